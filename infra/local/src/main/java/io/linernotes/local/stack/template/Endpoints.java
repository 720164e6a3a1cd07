package io.linernotes.local.stack.template;

import java.net.URI;

/** Where the services answer that the template's resources live in, without a trailing slash. */
public record Endpoints(URI dynamoDb, URI sqs) {
  /** For reading a template before anything runs. */
  public static final Endpoints NONE =
      new Endpoints(URI.create("http://127.0.0.1:0"), URI.create("http://127.0.0.1:0"));
}
