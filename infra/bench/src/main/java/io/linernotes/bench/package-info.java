/** The measurements that the README quotes, re-runnable with {@code ./linernotes bench}. */
@NullMarked
package io.linernotes.bench;

import org.jspecify.annotations.NullMarked;
