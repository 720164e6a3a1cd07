package io.linernotes.local.stack;

import io.linernotes.local.stack.template.Endpoints;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Options with which a local stack starts.
 *
 * @param template the SAM template
 * @param port where the API answers on the loopback interface; 0 takes a free port
 * @param parameters values for the template's parameters, by name
 * @param environment variables for every function, which win over the template's
 * @param dataDirectory keeps tables and messages between runs; if empty, they are in memory
 * @param elsewhere existing DynamoDB and SQS endpoints; if empty, the stack starts its own servers
 * @param apiKeys the accepted values of {@code x-api-key}
 * @param adminKeys further accepted values, the only ones on routes that IAM authorises
 */
public record LocalStackOptions(
    Path template,
    int port,
    Map<String, String> parameters,
    Map<String, String> environment,
    Optional<Path> dataDirectory,
    Optional<Endpoints> elsewhere,
    Set<String> apiKeys,
    Set<String> adminKeys) {

  /** Copies the collections. */
  public LocalStackOptions {
    parameters = Map.copyOf(parameters);
    environment = Map.copyOf(environment);
    apiKeys = Set.copyOf(apiKeys);
    adminKeys = Set.copyOf(adminKeys);
  }

  /** In memory, on a free port, with the keys {@code local} and {@code local-admin}. */
  public static LocalStackOptions of(Path template) {
    return new LocalStackOptions(
        template,
        0,
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Set.of("local"),
        Set.of("local-admin"));
  }

  /** These options with another port. */
  public LocalStackOptions withPort(int newPort) {
    return new LocalStackOptions(
        template, newPort, parameters, environment, dataDirectory, elsewhere, apiKeys, adminKeys);
  }

  /** These options with other parameter values. */
  public LocalStackOptions withParameters(Map<String, String> newParameters) {
    return new LocalStackOptions(
        template, port, newParameters, environment, dataDirectory, elsewhere, apiKeys, adminKeys);
  }

  /** These options with another environment for every function. */
  public LocalStackOptions withEnvironment(Map<String, String> newEnvironment) {
    return new LocalStackOptions(
        template, port, parameters, newEnvironment, dataDirectory, elsewhere, apiKeys, adminKeys);
  }

  /** These options with a directory that outlives the stack. */
  public LocalStackOptions withDataDirectory(Path newDataDirectory) {
    return new LocalStackOptions(
        template,
        port,
        parameters,
        environment,
        Optional.of(newDataDirectory),
        elsewhere,
        apiKeys,
        adminKeys);
  }

  /** These options with tables and queues in another DynamoDB and SQS, such as LocalStack's. */
  public LocalStackOptions withEndpoints(Endpoints newElsewhere) {
    return new LocalStackOptions(
        template,
        port,
        parameters,
        environment,
        dataDirectory,
        Optional.of(newElsewhere),
        apiKeys,
        adminKeys);
  }

  /** These options with other keys. */
  public LocalStackOptions withKeys(Set<String> newApiKeys, Set<String> newAdminKeys) {
    return new LocalStackOptions(
        template,
        port,
        parameters,
        environment,
        dataDirectory,
        elsewhere,
        newApiKeys,
        newAdminKeys);
  }
}
