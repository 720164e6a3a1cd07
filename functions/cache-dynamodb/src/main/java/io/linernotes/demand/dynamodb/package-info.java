/**
 * The demand for playlists in DynamoDB: how often each was requested on a day. Each day's counts
 * are spread over 16 items of at most 100 playlists; in a full item a new playlist replaces the one
 * with the least count and starts from it. For example, a playlist requested with weight 1 that
 * replaces one counted 3 times starts at 4.
 */
@NullMarked
package io.linernotes.demand.dynamodb;

import org.jspecify.annotations.NullMarked;
