package io.linernotes.cache.dynamodb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** A DynamoDB that returns a test's answers, one for each call; the last one is repeated. */
final class ScriptedDynamoDb implements DynamoDbClient {

  private final List<DynamoDbRequest> requests = new ArrayList<>();
  private final Deque<Function<DynamoDbRequest, DynamoDbResponse>> answers = new ArrayDeque<>();

  ScriptedDynamoDb then(Function<DynamoDbRequest, DynamoDbResponse> answer) {
    answers.add(answer);
    return this;
  }

  ScriptedDynamoDb then(DynamoDbResponse answer) {
    return then(_ -> answer);
  }

  ScriptedDynamoDb then(RuntimeException failure) {
    return then(
        _ -> {
          throw failure;
        });
  }

  synchronized List<DynamoDbRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return (BatchGetItemResponse) answer(request);
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return (UpdateItemResponse) answer(request);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return (PutItemResponse) answer(request);
  }

  private DynamoDbResponse answer(DynamoDbRequest request) {
    Function<DynamoDbRequest, DynamoDbResponse> answer;
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
