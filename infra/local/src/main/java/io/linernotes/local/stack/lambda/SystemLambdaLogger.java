package io.linernotes.local.stack.lambda;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;

/** What handlers log through their context goes to the platform's logger of the function. */
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
