/** The providers, their quotas, and the cooldowns that they impose. */
@NullMarked
package io.linernotes.provider;

import org.jspecify.annotations.NullMarked;
