/**
 * The service as a whole: the local stack over simulated providers, called over HTTP. Tests share
 * one service ({@link io.linernotes.service.SharedService}) unless they need quotas, options or a
 * stack of their own ({@link io.linernotes.service.RunningService}).
 */
@NullMarked
package io.linernotes.service;

import org.jspecify.annotations.NullMarked;
