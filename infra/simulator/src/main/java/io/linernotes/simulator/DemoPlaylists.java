package io.linernotes.simulator;

import java.util.List;
import java.util.stream.Stream;

/** The predefined playlists. */
final class DemoPlaylists {
  private DemoPlaylists() {}

  /** About forty entries, with every kind of entry that real playlists contain. */
  static Playlist demo(Catalogue catalogue) {
    return new Playlist(
        Simulator.DEMO_PLAYLIST,
        "Liner Notes: the demo",
        "Forty entries, and everything that goes wrong with them",
        Playlists.USER,
        true,
        Stream.of(
                tracks(
                    catalogue,
                    "Harder, Better, Faster, Stronger",
                    "One More Time",
                    "Music Sounds Better With You",
                    "Lady - Hear Me Tonight",
                    "Hey Boy Hey Girl",
                    "Around The World",
                    "Right Here, Right Now"),
                Stream.of(new PlaylistEntry.Unavailable()),
                tracks(
                    catalogue,
                    "花束を君に",
                    "丸ノ内サディスティック",
                    "Jóga",
                    "Hoppípolla",
                    "Группа крови",
                    "Teardrop",
                    "Roygbiv",
                    "Insomnia"),
                Stream.of(
                    new PlaylistEntry.LocalFile(
                        "Fugees (Refugee Camp)", "The Score", "No Woman, No Cry", 273)),
                tracks(
                    catalogue,
                    "Crazy In Love (feat. JAY-Z)",
                    "Uptown Funk (feat. Bruno Mars)",
                    "This Is What You Came For (feat. Rihanna)",
                    "\"Heroes\" - 2017 Remaster",
                    "Back In Black",
                    "Sweet Child O' Mine",
                    "Come As You Are",
                    "Come As You Are - Live",
                    "Bohemian Rhapsody - Remastered 2011"),
                Stream.of(
                    new PlaylistEntry.Episode(
                        "Crate Digging", "Why every record has a number", 2_412_000)),
                tracks(
                    catalogue,
                    "Come Together - Remastered 2009",
                    "Blue Monday",
                    "Enjoy the Silence",
                    "I Feel Love",
                    "Windowlicker",
                    "Sapokanikan",
                    "Andreaen Sand Dunes",
                    "Hit the Road Jack",
                    "Blinding Lights",
                    "Mr. Brightside",
                    "Nightvision",
                    "Die With A Smile",
                    "All I Need",
                    "One More Time"))
            .flatMap(entries -> entries)
            .<PlaylistEntry>map(entry -> entry)
            .toList(),
        1);
  }

  /** A private playlist, visible to its owner only. */
  static Playlist privateMixes(Catalogue catalogue) {
    return new Playlist(
        Simulator.PRIVATE_PLAYLIST,
        "Mixes nobody hears",
        "",
        Playlists.USER,
        false,
        tracks(catalogue, "Cut To The Feeling", "Never Gonna Give You Up", "Thunderstruck")
            .toList(),
        1);
  }

  private static Stream<PlaylistEntry> tracks(Catalogue catalogue, String... titles) {
    return Playlist.tracks(List.of(titles).stream().map(catalogue::titled).toList()).stream();
  }
}
