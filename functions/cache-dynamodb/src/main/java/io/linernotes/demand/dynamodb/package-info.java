/** The demand for playlists, in DynamoDB. */
@NullMarked
package io.linernotes.demand.dynamodb;

import org.jspecify.annotations.NullMarked;
