/**
 * Tests of the packaged functions: what each zip contains, and how it runs under Lambda's runtime.
 */
@NullMarked
package io.linernotes.packaged;

import org.jspecify.annotations.NullMarked;
