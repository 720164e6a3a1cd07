/**
 * One HTTP exchange. The methods of a {@link io.linernotes.api.exchange.Request} parse its parts
 * into ids, numbers and sections, or throw a {@link io.linernotes.api.exchange.BadRequestException}
 * that names the field and the remedy. An {@link io.linernotes.api.exchange.Answer} is a status,
 * headers and a body, together with the {@link io.linernotes.api.exchange.Lookups} that the handler
 * counts and logs. {@link io.linernotes.api.exchange.LongPoll} delays an answer while {@code
 * Prefer: wait} allows it.
 */
@NullMarked
package io.linernotes.api.exchange;

import org.jspecify.annotations.NullMarked;
