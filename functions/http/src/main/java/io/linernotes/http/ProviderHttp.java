package io.linernotes.http;

import io.linernotes.enrichment.Outcome;

/** Sends calls to a provider. An implementation may pace them; none throws. */
public interface ProviderHttp {

  /**
   * Makes one call.
   *
   * @return {@code Found} with the reply, whatever its status; {@code Unavailable} if there was
   *     none (refused, reset, timed out, truncated, too large); {@code Postponed} if the call was
   *     not made
   */
  Outcome<HttpReply> send(HttpCall call);
}
