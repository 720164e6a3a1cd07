package io.linernotes.planning;

/**
 * On whose behalf something is planned.
 *
 * @param correlationId ties the log lines of one request together, from the API to the workers
 * @param group whom the queues treat fairly against whom: a playlist, or one request's tracks
 */
public record Errand(String correlationId, String group) {}
