package io.linernotes.local.stack.lambda;

import com.amazonaws.services.lambda.runtime.Context;

/** One instance of a function's handler, JSON in and out. */
interface Handler {
  byte[] handle(byte[] event, Context context) throws Exception;
}
