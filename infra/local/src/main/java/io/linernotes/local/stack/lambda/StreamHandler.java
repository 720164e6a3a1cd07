package io.linernotes.local.stack.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A handler that reads and writes the JSON itself. */
record StreamHandler(RequestStreamHandler handler) implements Handler {
  @Override
  public byte[] handle(byte[] event, Context context) throws IOException {
    var answer = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), answer, context);
    return answer.toByteArray();
  }
}
