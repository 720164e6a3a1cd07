package io.linernotes.enrichment;

/** The names under which Last.fm files a track that was requested under other names. */
public record NameCorrection(String artist, String track) {}
