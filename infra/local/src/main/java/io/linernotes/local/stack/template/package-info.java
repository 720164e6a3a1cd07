/** The SAM template: what it declares, resolved for one machine. */
@NullMarked
package io.linernotes.local.stack.template;

import org.jspecify.annotations.NullMarked;
