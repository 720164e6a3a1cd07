package io.linernotes.task;

import io.linernotes.cache.CacheKey;
import io.linernotes.catalogue.CatalogueKeys;
import io.linernotes.catalogue.RecommendationSeeds;
import io.linernotes.catalogue.SearchQuery;
import io.linernotes.enrichment.DeezerQuestion;
import io.linernotes.enrichment.EnrichmentKeys;
import io.linernotes.enrichment.Section;
import io.linernotes.playlist.Playlist;
import io.linernotes.playlist.PlaylistKeys;
import io.linernotes.playlist.PlaylistPage;
import io.linernotes.provider.Provider;
import io.linernotes.session.Profile;
import io.linernotes.session.Scope;
import io.linernotes.session.Viewer;
import io.linernotes.track.Artist;
import io.linernotes.track.Isrc;
import io.linernotes.track.Names;
import io.linernotes.track.SpotifyId;
import io.linernotes.track.Track;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request to a provider, with the follow-ups of its answer. A task's question is determined by
 * its keys, so that tasks with the same key ask the same; constructors drop or normalise everything
 * else.
 */
public sealed interface Task {

  /** The provider that is called. */
  Provider provider();

  /** The keys that the answer is stored under, and whose leases the task holds. */
  List<CacheKey<?>> keys();

  /** A task for Spotify. */
  sealed interface ForSpotify extends Task {
    @Override
    default Provider provider() {
      return Provider.SPOTIFY;
    }
  }

  /** A task for MusicBrainz. */
  sealed interface ForMusicBrainz extends Task {
    @Override
    default Provider provider() {
      return Provider.MUSICBRAINZ;
    }
  }

  /** A task for Deezer. */
  sealed interface ForDeezer extends Task {
    @Override
    default Provider provider() {
      return Provider.DEEZER;
    }
  }

  /** A task for Last.fm. */
  sealed interface ForLastfm extends Task {
    @Override
    default Provider provider() {
      return Provider.LASTFM;
    }
  }

  /** A task for ReccoBeats. */
  sealed interface ForReccoBeats extends Task {
    @Override
    default Provider provider() {
      return Provider.RECCOBEATS;
    }
  }

  /**
   * A playlist with its first page, then the missing {@code sections} of its tracks.
   *
   * @param viewer the user in whose name it is fetched; the answer is stored under that user's own
   *     keys unless the playlist is public; null for everybody
   */
  record FetchPlaylist(SpotifyId playlist, Set<Section> sections, @Nullable Viewer viewer)
      implements ForSpotify {
    /**
     * @throws IllegalArgumentException if the viewer's scope is everybody's
     */
    public FetchPlaylist {
      sections = Set.copyOf(sections);
      if (viewer != null && viewer.scope().equals(Scope.EVERYBODY)) {
        throw new IllegalArgumentException("a user's playlist is not everybody's yet");
      }
    }

    /** As everybody may see it. */
    public FetchPlaylist(SpotifyId playlist, Set<Section> sections) {
      this(playlist, sections, null);
    }

    /** Where the answer is kept. */
    public Scope scope() {
      return viewer == null ? Scope.EVERYBODY : viewer.scope();
    }

    @Override
    public List<CacheKey<?>> keys() {
      return List.of(PlaylistKeys.playlist(playlist, scope()));
    }
  }

  /**
   * One further page of a playlist, then the missing {@code sections} of its tracks. A cached page
   * is not fetched again; its tracks are still enriched.
   *
   * @param limit how many entries the page holds
   * @param snapshotId the version of the playlist that the page must be {@linkplain
   *     PlaylistPage#isOf of}; null if Spotify named none
   * @param viewer the user in whose name it is fetched, and the scope that the playlist is cached
   *     in; null for everybody
   */
  record FetchPlaylistPage(
      SpotifyId playlist,
      int offset,
      int limit,
      @Nullable String snapshotId,
      Set<Section> sections,
      @Nullable Viewer viewer)
      implements ForSpotify {
    public FetchPlaylistPage {
      sections = Set.copyOf(sections);
    }

    /** As everybody may see it. */
    public FetchPlaylistPage(
        SpotifyId playlist,
        int offset,
        int limit,
        @Nullable String snapshotId,
        Set<Section> sections) {
      this(playlist, offset, limit, snapshotId, sections, null);
    }

    /** The page at {@code offset} of this version of the playlist. */
    public static FetchPlaylistPage of(
        Playlist playlist, int offset, Set<Section> sections, @Nullable Viewer viewer) {
      return new FetchPlaylistPage(
          playlist.id(),
          offset,
          playlist.sizeOfPage(offset),
          playlist.snapshotId(),
          sections,
          viewer);
    }

    /** Where the answer is kept. */
    public Scope scope() {
      return viewer == null ? Scope.EVERYBODY : viewer.scope();
    }

    @Override
    public List<CacheKey<?>> keys() {
      return List.of(PlaylistKeys.page(playlist, offset, scope()));
    }
  }

  /** The profile of a user who has signed in. */
  record FetchProfile(Viewer viewer, String user) implements ForSpotify {
    @Override
    public List<CacheKey<?>> keys() {
      return List.of(Profile.key(viewer.scope(), user));
    }
  }

  /** The audio features of up to {@value #MOST} tracks from Spotify. */
  record FetchAudioFeatures(List<SpotifyId> tracks) implements ForSpotify {
    /** As many as Spotify tells in one call. */
    public static final int MOST = 100;

    public FetchAudioFeatures {
      tracks = List.copyOf(tracks);
    }

    @Override
    public List<CacheKey<?>> keys() {
      return tracks.stream().<CacheKey<?>>map(EnrichmentKeys::audioFeatures).toList();
    }
  }

  /**
   * The audio features of up to {@value #MOST} tracks from ReccoBeats, where Spotify refuses them.
   */
  record FetchReccoBeatsFeatures(List<SpotifyId> tracks) implements ForReccoBeats {
    /** As many as ReccoBeats returns in one call. */
    public static final int MOST = 40;

    public FetchReccoBeatsFeatures {
      tracks = List.copyOf(tracks);
    }

    /** Tasks for as many tracks as there are. */
    public static List<FetchReccoBeatsFeatures> of(List<SpotifyId> tracks) {
      return Chunks.of(tracks, MOST).stream().map(FetchReccoBeatsFeatures::new).toList();
    }

    @Override
    public List<CacheKey<?>> keys() {
      return tracks.stream().<CacheKey<?>>map(EnrichmentKeys::audioFeatures).toList();
    }
  }

  /** The audio features of up to {@value #MOST} recordings by ISRC, from ReccoBeats. */
  record FetchFeaturesByIsrc(List<Isrc> recordings) implements ForReccoBeats {
    /** As many as ReccoBeats looks up in one call. */
    public static final int MOST = 40;

    public FetchFeaturesByIsrc {
      recordings = List.copyOf(recordings);
    }

    @Override
    public List<CacheKey<?>> keys() {
      return recordings.stream().<CacheKey<?>>map(EnrichmentKeys::audioFeatures).toList();
    }
  }

  /** The details of up to {@value #MOST} tracks known by id alone, then their {@code sections}. */
  record FetchTracks(List<SpotifyId> tracks, Set<Section> sections) implements ForSpotify {
    /** As many as Spotify tells in one call. */
    public static final int MOST = 50;

    public FetchTracks {
      tracks = List.copyOf(tracks);
      sections = Set.copyOf(sections);
    }

    @Override
    public List<CacheKey<?>> keys() {
      return tracks.stream().<CacheKey<?>>map(EnrichmentKeys::track).toList();
    }
  }

  /** The genres of up to {@value #MOST} artists. */
  record FetchArtists(List<SpotifyId> artists) implements ForSpotify {
    /** As many as Spotify tells in one call. */
    public static final int MOST = 50;

    public FetchArtists {
      artists = List.copyOf(artists);
    }

    @Override
    public List<CacheKey<?>> keys() {
      return artists.stream().<CacheKey<?>>map(CatalogueKeys::artist).toList();
    }
  }

  /** The hits of a search. */
  record FetchSearch(SearchQuery query) implements ForSpotify {
    @Override
    public List<CacheKey<?>> keys() {
      return List.of(CatalogueKeys.search(query));
    }
  }

  /** The tracks that Spotify recommends for some seed tracks. */
  record FetchRecommendations(RecommendationSeeds seeds) implements ForSpotify {
    @Override
    public List<CacheKey<?>> keys() {
      return List.of(CatalogueKeys.recommendations(seeds));
    }
  }

  /**
   * The ISRC of a track that has none, from MusicBrainz. Then {@link FetchDeezerTrack} follows,
   * under the same lease: that of the Deezer key.
   *
   * @param track the {@linkplain DeezerQuestion question}
   * @param sections the sections to fetch once its ISRC is known
   */
  record FindIsrc(Track track, Set<Section> sections) implements ForMusicBrainz {
    /**
     * @throws IllegalArgumentException if the track has no names
     */
    public FindIsrc {
      track = DeezerQuestion.of(track).track();
      sections = Set.copyOf(sections);
      if (!track.isNamed()) {
        throw new IllegalArgumentException("MusicBrainz is asked by names");
      }
    }

    /** A task without follow-ups beyond Deezer's. */
    public FindIsrc(Track track) {
      this(track, Set.of());
    }

    /**
     * The recording to search MusicBrainz for: only what the {@link EnrichmentKeys#isrc} key names.
     */
    public Track recording() {
      List<Artist> main = List.of(track.artists().getFirst());
      return new DeezerQuestion.OfNames(Track.of(null, null, track.title(), main, track.duration()))
          .track();
    }

    /**
     * The Deezer task that follows, with the ISRCs that MusicBrainz returned, under the same lease.
     */
    public FetchDeezerTrack next(List<Isrc> told) {
      return new FetchDeezerTrack(track, told, sections);
    }

    @Override
    public List<CacheKey<?>> keys() {
      return List.of(EnrichmentKeys.deezer(track));
    }
  }

  /**
   * A track at Deezer.
   *
   * @param track the {@linkplain DeezerQuestion question}
   * @param found the ISRCs that MusicBrainz returned, likeliest first, for a track without its own
   * @param sections the sections to fetch once Deezer has returned its names or its ISRC
   */
  record FetchDeezerTrack(Track track, List<Isrc> found, Set<Section> sections)
      implements ForDeezer {
    public FetchDeezerTrack {
      DeezerQuestion question = DeezerQuestion.of(track);
      track = question.track();
      found = question instanceof DeezerQuestion.OfIsrc ? List.of() : List.copyOf(found);
      sections = Set.copyOf(sections);
    }

    @Override
    public List<CacheKey<?>> keys() {
      return List.of(EnrichmentKeys.deezer(track));
    }
  }

  /**
   * A track at Last.fm.
   *
   * @param artist the main artist
   * @param title the {@linkplain EnrichmentKeys#plain plain} title
   */
  record FetchLastfmTrack(String artist, String title) implements ForLastfm {
    public FetchLastfmTrack {
      artist = Names.asked(artist);
      title = EnrichmentKeys.plain(title);
    }

    @Override
    public List<CacheKey<?>> keys() {
      return List.of(EnrichmentKeys.lastfm(artist, title));
    }
  }

  /** An artist at Last.fm. */
  record FetchLastfmArtist(String artist) implements ForLastfm {
    public FetchLastfmArtist {
      artist = Names.asked(artist);
    }

    @Override
    public List<CacheKey<?>> keys() {
      return List.of(EnrichmentKeys.artist(artist));
    }
  }
}
