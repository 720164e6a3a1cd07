package io.linernotes.local.stack.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.Message;

class BatchResponseTest {
  private static final List<Message> BATCH =
      Stream.of("a", "b").map(BatchResponseTest::message).toList();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          null                                                    | ab
          {}                                                      | ab
          {"batchItemFailures":null}                              | ab
          {"batchItemFailures":[]}                                | ab
          {"batchItemFailures":[{"itemIdentifier":"a"}]}          | b
          {"batchItemFailures":[{"itemIdentifier":"unknown"}]}    | ``
          {"batchItemFailures":[{"itemIdentifier":null}]}         | ``
          {"batchItemFailures":[{"itemIdentifier":""}]}           | ``
          {"batchItemFailures":[{"other":"a"}]}                   | ``
          """)
  void tellsWhichMessagesAreDone(String response, String done) {
    assertThat(BatchResponse.succeeded(BATCH, response.getBytes(UTF_8)))
        .extracting(Message::messageId)
        .containsExactly(done.isEmpty() ? new String[0] : done.split(""));
  }

  private static Message message(String id) {
    return Message.builder().messageId(id).build();
  }
}
