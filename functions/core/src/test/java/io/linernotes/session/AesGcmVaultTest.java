package io.linernotes.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AesGcmVaultTest {

  private static final String ONE = "a key of thirty-two characters...";
  private static final String TWO = "another key of thirty-two letters";

  static AesGcmVault vault(String id, String text) {
    SessionKeys keys = SessionKeys.of(id, Map.of(id, text));
    return new AesGcmVault(() -> keys, new SecureRandom());
  }

  @Test
  void opensWhatItSealed() {
    AesGcmVault vault = vault("1", ONE);

    assertThat(vault.unseal(vault.seal("tök€n", "here"), "here")).isEqualTo("tök€n");
  }

  @Test
  void opensNothingOfAnotherPlace() {
    AesGcmVault vault = vault("1", ONE);
    byte[] sealed = vault.seal("token", "session-a/access");

    assertThatExceptionOfType(UnsealableException.class)
        .isThrownBy(() -> vault.unseal(sealed, "session-b/access"));
    assertThatExceptionOfType(UnsealableException.class)
        .isThrownBy(() -> vault.unseal(sealed, "session-a/refresh"));
  }

  @Test
  void opensNothingThatWasChanged() {
    AesGcmVault vault = vault("1", ONE);
    byte[] sealed = vault.seal("token", "here");
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatExceptionOfType(UnsealableException.class)
          .isThrownBy(() -> vault.unseal(changed, "here"));
    }
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatExceptionOfType(UnsealableException.class)
          .isThrownBy(() -> vault.unseal(cut, "here"));
    }
  }

  @Test
  void sealsTheSameDifferentlyEachTime() {
    AesGcmVault vault = vault("1", ONE);

    assertThat(vault.seal("token", "here")).isNotEqualTo(vault.seal("token", "here"));
  }

  @Test
  void opensWithAnOldKeyAndSealsWithTheCurrentOne() {
    byte[] old = vault("1", ONE).seal("token", "here");
    SessionKeys both = SessionKeys.of("2", Map.of("1", ONE, "2", TWO));
    AesGcmVault rotated = new AesGcmVault(() -> both, new SecureRandom());

    assertThat(rotated.unseal(old, "here")).isEqualTo("token");
    assertThat(vault("2", TWO).unseal(rotated.seal("token", "here"), "here")).isEqualTo("token");
    assertThatExceptionOfType(UnsealableException.class)
        .isThrownBy(() -> vault("2", TWO).unseal(old, "here"))
        .withMessageContaining("no more");
  }

  @Test
  void takesNoShortKeysAndNoneWithoutAName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionKeys.of("1", Map.of("1", "short")));
    assertThatIllegalArgumentException().isThrownBy(() -> SessionKeys.of("2", Map.of("1", ONE)));
    assertThatIllegalArgumentException().isThrownBy(() -> SessionKeys.of("ä", Map.of("ä", ONE)));
  }

  @Test
  void tellsNoKey() {
    assertThat(SessionKeys.of("1", Map.of("1", ONE))).hasToString("session keys [1]");
  }
}
