package io.linernotes.cache;

/** A record of fields that may be unknown, which an older answer can fill. */
public interface Mergeable<T> {

  /** This record with every field that it does not know taken from {@code older}. */
  T mergedOver(T older);
}
