package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.Outcome;

/** The source of access tokens: the application's own, or a signed-in user's. */
interface Authority {

  /** An access token that is valid now. */
  Outcome<String> token();

  /** A token other than this one, which the Web API has refused. */
  Outcome<String> tokenInsteadOf(String refused);

  /** Records that the Web API has refused this token too, which replaced a refused one. */
  void refusedAgain(String token);
}
