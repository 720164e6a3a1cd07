package io.linernotes.api.exchange;

/** A refused request, with the problem to answer. */
public final class BadRequestException extends RuntimeException {

  private final transient Problem problem;

  /** A request that is answered with this problem. */
  public BadRequestException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** A 400 that names the wrong field and what it must be. */
  public static BadRequestException of(String field, String detail) {
    return new BadRequestException(Problem.badRequest(field, detail));
  }

  /** The problem to answer. */
  public Problem problem() {
    return problem;
  }
}
