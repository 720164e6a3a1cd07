package io.linernotes.local.stack.lambda;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;

/** Passes what handlers log through their context to the function's {@link System.Logger}. */
record SystemLambdaLogger(System.Logger logger) implements LambdaLogger {
  @Override
  public void log(String message) {
    logger.log(System.Logger.Level.INFO, message);
  }

  @Override
  public void log(byte[] message) {
    log(new String(message, StandardCharsets.UTF_8));
  }
}
