package io.linernotes.local.stack.gateway;

/** The errors that API Gateway answers itself, with its default status, message and type. */
enum GatewayError {
  MISSING_AUTHENTICATION_TOKEN(
      403, "Missing Authentication Token", "MissingAuthenticationTokenException"),
  INVALID_API_KEY(403, "Forbidden", "ForbiddenException"),
  ACCESS_DENIED(403, "User is not authorized to access this resource", "AccessDeniedException"),
  BAD_REQUEST_BODY(400, "Invalid request body", "BadRequestException"),
  BAD_REQUEST_PARAMETERS(400, "Invalid request parameters", "BadRequestException"),
  REQUEST_TOO_LARGE(413, "Request Too Long", "RequestTooLargeException"),
  INTEGRATION_TIMEOUT(504, "Endpoint request timed out", "InternalServerErrorException"),
  /** The function is throttled. */
  API_CONFIGURATION_ERROR(500, "Internal server error", "InternalServerErrorException"),
  /**
   * The function failed or returned an invalid response; API Gateway has no specific type for it.
   */
  DEFAULT_5XX(502, "Internal server error", "InternalServerErrorException");

  private final int status;
  private final String message;
  private final String errorType;

  GatewayError(int status, String message, String errorType) {
    this.status = status;
    this.message = message;
    this.errorType = errorType;
  }

  int status() {
    return status;
  }

  String message() {
    return message;
  }

  String errorType() {
    return errorType;
  }

  /** The body when the template does not define a response for this error. */
  String fallback() {
    return status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
  }
}
