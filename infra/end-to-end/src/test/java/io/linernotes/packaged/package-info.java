/** The packaged functions: what each zip carries, and each under the runtime of Lambda. */
@NullMarked
package io.linernotes.packaged;

import org.jspecify.annotations.NullMarked;
