package io.linernotes.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.linernotes.track.Names;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class NamePropertiesTest {

  @Property
  void noNameFoldsToNothing(@ForAll @StringLength(max = 40) String name) {
    Assume.that(!Names.normalized(name).isBlank());

    assertThat(FoldedName.key(FoldedName.words(name))).isNotBlank();
    assertThat(Title.of(name).base()).isNotBlank();
    assertThat(Guests.stripped(name)).isNotBlank();
  }

  @Property
  void everyNameIsExactlyLikeItself(@ForAll @StringLength(max = 40) String name) {
    Assume.that(!Names.normalized(name).isBlank());

    assertThat(Title.of(name).likenessTo(Title.of(name))).isEqualTo(Likeness.EXACT);
    ArtistCredit credit = ArtistCredit.of(List.of(name));
    assertThat(credit.likenessTo(credit)).isEqualTo(Likeness.EXACT);
  }

  @Property
  void likenessHasNoDirection(
      @ForAll @StringLength(max = 12) String one, @ForAll @StringLength(max = 12) String other) {
    assertThat(Title.of(one).likenessTo(Title.of(other)))
        .isEqualTo(Title.of(other).likenessTo(Title.of(one)));
  }

  @Property
  void aPhraseIsOneShortLine(@ForAll @StringLength(max = 400) String name) {
    assertThat(Phrase.of(name)).doesNotContainPattern("[\\p{Cntrl}]").doesNotContain("  ");
    assertThat(Phrase.of(name).codePointCount(0, Phrase.of(name).length()))
        .isLessThanOrEqualTo(120);
  }
}
