package io.linernotes.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationAgreementTest {

  private static final Duration WANTED = Duration.ofSeconds(200);

  @Test
  void threeSecondsApartAgree() {
    assertThat(DurationAgreement.between(WANTED, WANTED.plusSeconds(3)))
        .isEqualTo(DurationAgreement.AGREE);
    assertThat(DurationAgreement.between(WANTED, WANTED.minusSeconds(3)))
        .isEqualTo(DurationAgreement.AGREE);
    assertThat(DurationAgreement.between(WANTED, WANTED.plusMillis(3001)))
        .isEqualTo(DurationAgreement.DISAGREE);
  }

  @Test
  void anUnknownDurationNeitherAgreesNorDisagrees() {
    assertThat(DurationAgreement.between(null, WANTED)).isEqualTo(DurationAgreement.UNKNOWN);
    assertThat(DurationAgreement.between(WANTED, null)).isEqualTo(DurationAgreement.UNKNOWN);
    assertThat(DurationAgreement.distance(WANTED, null)).isGreaterThan(Duration.ofDays(1));
    assertThat(DurationAgreement.distance(WANTED, WANTED.minusSeconds(7))).hasSeconds(7);
  }
}
