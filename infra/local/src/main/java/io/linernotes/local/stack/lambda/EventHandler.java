package io.linernotes.local.stack.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/** A handler of typed events, which are deserialized and serialized as in the Lambda runtime. */
record EventHandler(
    RequestHandler<Object, Object> handler,
    PojoSerializer<Object> input,
    PojoSerializer<Object> output)
    implements Handler {

  @SuppressWarnings("unchecked")
  static EventHandler of(RequestHandler<?, ?> handler) {
    var types =
        TypeFactory.defaultInstance()
            .constructType(handler.getClass())
            .findTypeParameters(RequestHandler.class);
    return new EventHandler(
        (RequestHandler<Object, Object>) handler, serializer(types[0]), serializer(types[1]));
  }

  @SuppressWarnings("unchecked")
  private static PojoSerializer<Object> serializer(JavaType type) {
    var raw = (Class<Object>) type.getRawClass();
    return LambdaEventSerializers.isLambdaSupportedEvent(raw.getName())
        ? LambdaEventSerializers.serializerFor(raw, EventHandler.class.getClassLoader())
        : JacksonFactory.getInstance().getSerializer(raw);
  }

  @Override
  public byte[] handle(byte[] event, Context context) {
    var answer = handler.handleRequest(input.fromJson(new ByteArrayInputStream(event)), context);
    var json = new ByteArrayOutputStream();
    output.toJson(answer, json);
    return json.toByteArray();
  }
}
