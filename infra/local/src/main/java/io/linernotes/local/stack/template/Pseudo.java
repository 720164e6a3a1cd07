package io.linernotes.local.stack.template;

import java.util.HashMap;
import java.util.Map;

/** CloudFormation's pseudo parameters, as a local stack has them. */
record Pseudo(String region, String account, String stackName) {
  static final Pseudo LOCAL = new Pseudo("us-east-1", "000000000000", "linernotes");

  Map<String, String> with(Map<String, String> parameters) {
    var all = new HashMap<>(parameters);
    all.put("AWS::Region", region);
    all.put("AWS::AccountId", account);
    all.put("AWS::StackName", stackName);
    all.put("AWS::StackId", arn("cloudformation", "stack/" + stackName + "/local"));
    all.put("AWS::Partition", "aws");
    all.put("AWS::URLSuffix", "amazonaws.com");
    return all;
  }

  String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, account, resource);
  }
}
