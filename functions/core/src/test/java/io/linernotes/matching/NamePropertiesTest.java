package io.linernotes.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.property.Property;
import io.linernotes.track.Names;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamePropertiesTest {

  @Test
  void noNameFoldsToNothing() {
    Property.holds(
        cases -> {
          String name = cases.text(40);

          cases.assume(!Names.normalized(name).isBlank());

          assertThat(FoldedName.key(FoldedName.words(name))).isNotBlank();
          assertThat(Title.of(name).base()).isNotBlank();
          assertThat(Guests.stripped(name)).isNotBlank();
        });
  }

  @Test
  void everyNameIsExactlyLikeItself() {
    Property.holds(
        cases -> {
          String name = cases.text(40);

          cases.assume(!Names.normalized(name).isBlank());

          assertThat(Title.of(name).likenessTo(Title.of(name))).isEqualTo(Likeness.EXACT);
          ArtistCredit credit = ArtistCredit.of(List.of(name));
          assertThat(credit.likenessTo(credit)).isEqualTo(Likeness.EXACT);
        });
  }

  @Test
  void likenessHasNoDirection() {
    Property.holds(
        cases -> {
          String one = cases.text(12);
          String other = cases.text(12);

          assertThat(Title.of(one).likenessTo(Title.of(other)))
              .isEqualTo(Title.of(other).likenessTo(Title.of(one)));
        });
  }

  @Test
  void aPhraseIsOneShortLine() {
    Property.holds(
        cases -> {
          String name = cases.text(400);

          assertThat(Phrase.of(name)).doesNotContainPattern("[\\p{Cntrl}]").doesNotContain("  ");
          assertThat(Phrase.of(name).codePointCount(0, Phrase.of(name).length()))
              .isLessThanOrEqualTo(120);
        });
  }
}
