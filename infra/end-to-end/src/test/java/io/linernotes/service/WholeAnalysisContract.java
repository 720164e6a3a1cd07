package io.linernotes.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.linernotes.local.stack.sqs.QueueDepth;
import io.linernotes.local.stack.template.Endpoints;
import io.linernotes.simulator.Simulator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * One whole analysis by all functions, on any implementation of the template's tables and queues. A
 * difference in the store's conditional writes or the queue's redelivery fails here.
 */
abstract class WholeAnalysisContract {

  /** Where DynamoDB and SQS answer, without a table or a queue. */
  abstract Endpoints endpoints();

  @Test
  void aPlaylistIsCompletedAndAnsweredFromTheCacheEverAfter() {
    try (RunningService service = RunningService.over(endpoints())) {
      String path = RunningService.analysis(Simulator.DEMO_PLAYLIST);
      assertThat(service.get(path).status()).isEqualTo(202);
      service.awaitQuiet();

      service.simulator().reset();
      RunningService.Reply warm = service.get(path);

      assertThat(warm.status()).isEqualTo(200);
      JsonNode answer = warm.json();
      assertThat(answer.path("status").asText()).isEqualTo("complete");
      assertThat(answer.path("progress").path("percent").asInt()).isEqualTo(100);
      assertThat(answer.path("tracks")).hasSize(41);
      assertThat(answer.path("tracks").path(1).path("deezer").path("data").path("bpm").asDouble())
          .isEqualTo(122.7);
      assertThat(service.simulator().report().calls()).isZero();
      Map<String, QueueDepth> depths = service.stack().queueDepths();
      assertThat(depths).hasSize(service.stack().topology().queues().size());
      assertThat(depths.values())
          .allMatch(depth -> depth.visible() + depth.inFlight() + depth.delayed() == 0);
    }
  }
}
