package io.linernotes.simulator;

/** How a song differs from the ordinary at one of the providers. */
public enum Quirk {
  /** Spotify does not tell its ISRC. */
  SPOTIFY_WITHOUT_ISRC,
  /** With a market, Spotify answers with another id and the requested one in linked_from. */
  SPOTIFY_RELINKED,
  /** Spotify has null for its audio features and ReccoBeats omits it. */
  WITHOUT_AUDIO_FEATURES,
  /** ReccoBeats answers key -1. */
  RECCOBEATS_WITHOUT_KEY,

  /** Deezer has never heard of it. */
  DEEZER_ABSENT,
  /** Deezer does not know it by ISRC, and a search by artist and title finds it. */
  DEEZER_BY_NAME_ONLY,
  /** Deezer's lookup by ISRC fails, and a search by ISRC finds it among other versions. */
  DEEZER_BY_SEARCH_ONLY,
  /** Deezer files another song altogether under its ISRC. */
  DEEZER_MISFILED,
  /** Deezer has lost its BPM, which is 0, and its release date, which is 1900-01-01. */
  DEEZER_FORGOTTEN,
  /** Deezer knows the BPM, but the release date is 0000-00-00. */
  DEEZER_UNDATED,
  /** Deezer's entry cannot be played. */
  DEEZER_UNREADABLE,

  /** MusicBrainz does not know it. */
  MUSICBRAINZ_ABSENT,
  /** MusicBrainz knows the recording, not its ISRC. */
  MUSICBRAINZ_WITHOUT_ISRCS,
  /** MusicBrainz knows the recording, not its length. */
  MUSICBRAINZ_WITHOUT_LENGTH,
  /** MusicBrainz ranks a live recording of the same title first. */
  MUSICBRAINZ_LIVE_FIRST,
  /** MusicBrainz has one ISRC on two recordings. */
  MUSICBRAINZ_SHARED_ISRC,

  /** Last.fm answers error 6. */
  LASTFM_ABSENT,
  /** Last.fm's only tag is an object instead of an array. */
  LASTFM_SINGLE_TAG,
  /** Last.fm's toptags are an empty string, and corrections white space. */
  LASTFM_BLANK_TAGS,
  /** Last.fm's reply has no toptags at all. */
  LASTFM_WITHOUT_TAGS,
  /** Two people ever listened to it on Last.fm: no duration, no mbid, no tags. */
  LASTFM_SCROBBLED_ONCE
}
