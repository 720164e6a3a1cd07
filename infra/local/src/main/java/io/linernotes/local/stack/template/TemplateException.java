package io.linernotes.local.stack.template;

/** A template, or a value given for one of its parameters, that cannot be used. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is wrong, and where in the template. */
  public TemplateException(String message) {
    super(message);
  }

  TemplateException(String message, Throwable cause) {
    super(message, cause);
  }
}
