package io.linernotes.simulator;

/** A peculiarity of a song's data at one provider. */
public enum Quirk {
  /** Spotify omits its ISRC. */
  SPOTIFY_WITHOUT_ISRC,
  /** With a market, Spotify answers with another id and the requested one in linked_from. */
  SPOTIFY_RELINKED,
  /** Spotify has null for its audio features and ReccoBeats omits it. */
  WITHOUT_AUDIO_FEATURES,
  /** ReccoBeats answers key -1. */
  RECCOBEATS_WITHOUT_KEY,

  /** Deezer does not have it. */
  DEEZER_ABSENT,
  /** Deezer does not find it by ISRC, only by a search for artist and title. */
  DEEZER_BY_NAME_ONLY,
  /** Deezer's lookup by ISRC fails, but a search by ISRC finds it among other versions. */
  DEEZER_BY_SEARCH_ONLY,
  /** Deezer has an entirely different song under its ISRC. */
  DEEZER_MISFILED,
  /** Deezer has placeholders: the BPM is 0 and the release date is 1900-01-01. */
  DEEZER_FORGOTTEN,
  /** Deezer knows the BPM, but the release date is 0000-00-00. */
  DEEZER_UNDATED,
  /** Deezer's entry cannot be played. */
  DEEZER_UNREADABLE,

  /** MusicBrainz does not know it. */
  MUSICBRAINZ_ABSENT,
  /** MusicBrainz has the recording without its ISRC. */
  MUSICBRAINZ_WITHOUT_ISRCS,
  /** MusicBrainz has the recording without its length. */
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
  /** Last.fm has two listeners for it, and no duration, no mbid and no tags. */
  LASTFM_SCROBBLED_ONCE
}
