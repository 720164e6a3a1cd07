package io.linernotes.bench;

import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/**
 * Counts the capacity that DynamoDB reports for all calls of this process, and the requests to SQS.
 * The SDK loads this class by its name in {@code execution.interceptors}. Receives are not counted,
 * because pollers receive whether there is work or not. Reads of the queues' depths are not counted
 * either, because most of them come from the bench itself.
 */
public final class CapacityMeter implements ExecutionInterceptor {

  private static final DoubleAdder READ = new DoubleAdder();
  private static final DoubleAdder WRITTEN = new DoubleAdder();
  private static final LongAdder QUEUED = new LongAdder();

  /**
   * Units and requests since the previous reading.
   *
   * @param read read request units
   * @param written write request units, those of refused conditions too
   * @param queued requests to SQS that send, delete or postpone messages
   */
  record Consumed(double read, double written, long queued) {}

  static Consumed take() {
    return new Consumed(READ.sumThenReset(), WRITTEN.sumThenReset(), QUEUED.sumThenReset());
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    ReturnConsumedCapacity total = ReturnConsumedCapacity.TOTAL;
    return switch (context.request()) {
      case BatchGetItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case GetItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case PutItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case UpdateItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case DeleteItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case SdkRequest other -> other;
    };
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    boolean looks =
        context.request() instanceof ReceiveMessageRequest
            || context.request() instanceof GetQueueAttributesRequest;
    if (context.request() instanceof SqsRequest && !looks) {
      QUEUED.increment();
    }
    SdkResponse response = context.response();
    switch (response) {
      case BatchGetItemResponse r -> add(READ, r.consumedCapacity());
      case GetItemResponse r -> add(READ, of(r.consumedCapacity()));
      case PutItemResponse r -> add(WRITTEN, of(r.consumedCapacity()));
      case UpdateItemResponse r -> add(WRITTEN, of(r.consumedCapacity()));
      case DeleteItemResponse r -> add(WRITTEN, of(r.consumedCapacity()));
      default -> {}
    }
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    if (context.exception() instanceof ConditionalCheckFailedException) {
      WRITTEN.add(1);
    }
  }

  private static List<ConsumedCapacity> of(ConsumedCapacity capacity) {
    return capacity == null ? List.of() : List.of(capacity);
  }

  private static void add(DoubleAdder sum, List<ConsumedCapacity> capacities) {
    for (ConsumedCapacity capacity : capacities) {
      Double units = capacity.capacityUnits();
      sum.add(units == null ? 0 : units);
    }
  }
}
