/**
 * Users' sessions and pending sign-ins in a DynamoDB table of their own. Changes of a session's
 * tokens are conditional on their generation, so that one of several concurrent renewals wins and a
 * deleted session is never recreated.
 */
@NullMarked
package io.linernotes.session.dynamodb;

import org.jspecify.annotations.NullMarked;
