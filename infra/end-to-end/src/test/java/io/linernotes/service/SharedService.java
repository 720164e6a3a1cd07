package io.linernotes.service;

import io.linernotes.simulator.SimulatorOptions;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an unhurried service that all test classes share, since starting one takes seconds.
 * Each test finds it with an empty cache and empty queues.
 */
public final class SharedService implements ParameterResolver, BeforeEachCallback {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SharedService.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    service(context).forget();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningService.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return service(context);
  }

  private static RunningService service(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(
            RunningService.class,
            _ -> RunningService.unhurried(SimulatorOptions.defaults()),
            RunningService.class);
  }
}
