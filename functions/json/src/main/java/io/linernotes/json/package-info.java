/** The wire formats: API bodies, tasks, stored entries, and lenient reading of foreign JSON. */
@NullMarked
package io.linernotes.json;

import org.jspecify.annotations.NullMarked;
