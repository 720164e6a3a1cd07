/** The cache of what providers answered: keys, entries and their ages, leases. */
@NullMarked
package io.linernotes.cache;

import org.jspecify.annotations.NullMarked;
