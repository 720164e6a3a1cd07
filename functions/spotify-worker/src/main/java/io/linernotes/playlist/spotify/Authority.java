package io.linernotes.playlist.spotify;

import io.linernotes.enrichment.Outcome;

/** In whose name Spotify is asked: the application's own, or that of a signed-in user. */
interface Authority {

  /** An access token that can be used now. */
  Outcome<String> token();

  /** Another token than this one, which the Web API has refused. */
  Outcome<String> tokenInsteadOf(String refused);

  /** The Web API has refused this token too, which came instead of another one. */
  void refusedAgain(String token);
}
