package io.linernotes.enrichment;

/** The names by which Last.fm knows a track that was asked for by other ones. */
public record NameCorrection(String artist, String track) {}
