/** The whole service on one machine, built from {@code template.yaml} alone. */
@NullMarked
package io.linernotes.local.stack;

import org.jspecify.annotations.NullMarked;
