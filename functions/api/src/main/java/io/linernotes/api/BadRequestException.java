package io.linernotes.api;

/** A request that cannot be understood; carries the answer that says why. */
final class BadRequestException extends RuntimeException {

  private final transient Problem problem;

  BadRequestException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** A part of the request that is wrong, and what would be right. */
  static BadRequestException of(String field, String detail) {
    return new BadRequestException(Problem.badRequest(field, detail));
  }

  Problem problem() {
    return problem;
  }
}
