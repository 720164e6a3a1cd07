package io.linernotes.local.packaged;

/**
 * A packaged function's result for one event.
 *
 * @param succeeded whether its handler returned; else it threw
 * @param json what the handler returned, or {@code {"errorType","errorMessage",…}}
 */
public record PackagedReply(boolean succeeded, String json) {}
