package io.linernotes.session;

/**
 * Seals (encrypts) secrets that must be read again. A secret is sealed for one place and does not
 * open at another.
 */
public interface TokenVault {

  /**
   * Seals a secret.
   *
   * @param place where it will be stored, such as a session's id and the name of a field
   */
  byte[] seal(String secret, String place);

  /**
   * Opens a secret that was sealed for this place.
   *
   * @throws UnsealableException if it was sealed for another place or with a key that is gone, or
   *     was changed since
   */
  String unseal(byte[] sealed, String place);
}
