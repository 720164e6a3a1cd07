/**
 * Priming for SnapStart: before Lambda takes the snapshot, {@link
 * io.linernotes.api.priming.Priming} sends requests through a handler of its own, so that the
 * snapshot already holds the classes that a first request loads. Its handler talks to {@link
 * io.linernotes.api.priming.FakeAws} on the loopback interface: nothing is read, written or sent in
 * AWS, and no provider is called.
 */
@NullMarked
package io.linernotes.api.priming;

import org.jspecify.annotations.NullMarked;
