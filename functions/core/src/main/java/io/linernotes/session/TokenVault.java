package io.linernotes.session;

/** Seals secrets that must be read again, each for one place: elsewhere it does not open. */
public interface TokenVault {

  /**
   * Seals a secret.
   *
   * @param place where it will stand, such as a session's id and the name of a field
   */
  byte[] seal(String secret, String place);

  /**
   * Opens what was sealed for that place.
   *
   * @throws UnsealableException if it was sealed for another place, with a key that is no more, or
   *     was changed since
   */
  String unseal(byte[] sealed, String place);
}
