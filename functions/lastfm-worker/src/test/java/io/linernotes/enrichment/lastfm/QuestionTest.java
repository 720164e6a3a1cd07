package io.linernotes.enrichment.lastfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {

  @ParameterizedTest
  @CsvSource({
    "Hallowed Be Thy Name - 2015 Remaster, Hallowed Be Thy Name",
    "Here Comes The Sun - Remastered 2009, Here Comes The Sun",
    "Ruby Rosary (feat. J. Cole), Ruby Rosary",
    "Long Way Home (feat. HALIENE), Long Way Home",
    "Gimme Shelter - Re-Mastered, Gimme Shelter",
    "Gimme Shelter - 50th Anniversary Remaster, Gimme Shelter",
    "One More Time - Radio Edit, One More Time",
    "Come Together, Come Together",
    "花束を君に, 花束を君に",
  })
  void asksForTheTitleWithoutGuestsMasteringAndPackaging(String title, String asked) {
    assertThat(Question.about("Somebody", title)).containsExactly(new Question("Somebody", asked));
  }

  @Test
  void asksForAVersionAndThenForThePlainSong() {
    assertThat(Question.about("Somebody", "Smile - Live at Wembley (feat. Nobody)"))
        .containsExactly(
            new Question("Somebody", "Smile (Live at Wembley)"), new Question("Somebody", "Smile"));
  }

  @Test
  void asksForJoinedArtistsTogetherAndThenForTheFirst() {
    assertThat(Question.about("Tina Turner & Rod Stewart", "It Takes Two (Live)"))
        .extracting(Question::artist)
        .containsExactly(
            "Tina Turner & Rod Stewart", "Tina Turner", "Tina Turner & Rod Stewart", "Tina Turner");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DJ Gollum, Empyre One, Darius & Finlay|DJ Gollum",
        "DJ Gollum,Empyre One|DJ Gollum",
        "Tina Turner and Rod Stewart|Tina Turner",
        "Zedd x Alessia Cara|Zedd",
        "Armin van Buuren vs. Vini Vici|Armin van Buuren",
        "Chico Buarque e Caetano Veloso|Chico Buarque",
        "Chet Baker; Paul Bley|Chet Baker",
      })
  void findsTheFirstOfJoinedArtists(String joined, String first) {
    assertThat(MainArtist.names(joined)).containsExactly(joined, first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Simon & Garfunkel",
        "Earth, Wind & Fire",
        "Kool & The Gang",
        "Tyler, The Creator",
        "Florence + The Machine",
        "AC/DC",
        "10,000 Maniacs",
        "Crosby, Stills, Nash & Young",
        "Bob Marley & The Wailers",
        "Malcolm X",
        "&",
      })
  void takesOneArtistForOne(String name) {
    assertThat(MainArtist.names(name)).containsExactly(name);
  }

  @Test
  void leavesGuestsOut() {
    assertThat(MainArtist.names("Kygo feat. HALIENE")).containsExactly("Kygo");
    assertThat(MainArtist.names("Au5 feat. HALIENE")).containsExactly("Au5");
  }

  @Test
  void readsLongNamesInLinearTime() {
    String blanks = "a" + " ".repeat(12_000) + "b";

    assertThat(Question.about(blanks, blanks)).isEqualTo(List.of(new Question("a b", "a b")));
  }
}
