package io.linernotes.task.sqs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsRequest;
import software.amazon.awssdk.services.sqs.model.SqsResponse;

/** An SQS that returns a test's answers, one for each call; the last one is repeated. */
final class ScriptedSqs implements SqsClient {

  private final List<SqsRequest> requests = new ArrayList<>();
  private final Deque<Function<SqsRequest, SqsResponse>> answers = new ArrayDeque<>();

  ScriptedSqs then(Function<SqsRequest, SqsResponse> answer) {
    answers.add(answer);
    return this;
  }

  ScriptedSqs then(RuntimeException failure) {
    return then(
        _ -> {
          throw failure;
        });
  }

  synchronized List<SqsRequest> requests() {
    return List.copyOf(requests);
  }

  /** The batches sent so far. */
  List<SendMessageBatchRequest> batches() {
    return requests().stream().map(SendMessageBatchRequest.class::cast).toList();
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    return (SendMessageBatchResponse) answer(request);
  }

  @Override
  public ChangeMessageVisibilityResponse changeMessageVisibility(
      ChangeMessageVisibilityRequest request) {
    return (ChangeMessageVisibilityResponse) answer(request);
  }

  @Override
  public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
    return (GetQueueAttributesResponse) answer(request);
  }

  private SqsResponse answer(SqsRequest request) {
    Function<SqsRequest, SqsResponse> answer;
    synchronized (this) {
      requests.add(request);
      answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }
    return answer.apply(request);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
