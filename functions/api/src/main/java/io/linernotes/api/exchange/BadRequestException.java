package io.linernotes.api.exchange;

/** A request that is refused; carries the answer that says why. */
public final class BadRequestException extends RuntimeException {

  private final transient Problem problem;

  /** A request that this problem answers. */
  public BadRequestException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** A field that is wrong, and what it must be. */
  public static BadRequestException of(String field, String detail) {
    return new BadRequestException(Problem.badRequest(field, detail));
  }

  /** The answer. */
  public Problem problem() {
    return problem;
  }
}
