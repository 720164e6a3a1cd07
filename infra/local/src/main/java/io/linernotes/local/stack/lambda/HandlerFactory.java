package io.linernotes.local.stack.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.linernotes.local.stack.template.FunctionSpec;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/**
 * Constructs a function's handlers with the constructor that takes the environment as a {@code
 * Map<String, String>}, or with the one without arguments if there is no such constructor.
 */
final class HandlerFactory {
  private final FunctionSpec function;
  private final Map<String, String> environment;

  HandlerFactory(FunctionSpec function, Map<String, String> environment) {
    this.function = function;
    this.environment = Map.copyOf(environment);
  }

  Map<String, String> environment() {
    return environment;
  }

  Handler create() throws InitException {
    var handler = instance(handlerClass());
    return switch (handler) {
      case RequestStreamHandler streams -> new StreamHandler(streams);
      case RequestHandler<?, ?> events -> EventHandler.of(events);
      default ->
          throw new InitException(
              "%s is neither a RequestHandler nor a RequestStreamHandler"
                  .formatted(handler.getClass().getName()));
    };
  }

  private Class<?> handlerClass() throws InitException {
    var name = function.handler().split("::", 2)[0];
    try {
      return Class.forName(name, true, classLoader());
    } catch (ClassNotFoundException e) {
      throw new InitException("its handler " + name + " is not on the class path", e);
    } catch (LinkageError e) {
      throw new InitException("its handler " + name + " cannot be loaded: " + e, e);
    }
  }

  private static ClassLoader classLoader() {
    return HandlerFactory.class.getClassLoader();
  }

  private Object instance(Class<?> type) throws InitException {
    try {
      for (var constructor : type.getConstructors()) {
        if (takesEnvironment(constructor)) {
          return constructor.newInstance(environment);
        }
      }
      return type.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw new InitException(String.valueOf(e.getCause()), e);
    } catch (ReflectiveOperationException e) {
      throw new InitException(
          type.getName() + " needs a public constructor that takes a Map<String, String>, or none",
          e);
    }
  }

  private static boolean takesEnvironment(Constructor<?> constructor) {
    var parameters = constructor.getParameterTypes();
    return parameters.length == 1 && parameters[0] == Map.class;
  }
}
