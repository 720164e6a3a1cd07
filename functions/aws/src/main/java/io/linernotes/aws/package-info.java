/**
 * Configures the clients of AWS services. The region comes from {@code AWS_REGION}; {@code
 * AWS_ENDPOINT_URL_<SERVICE>}, else {@code AWS_ENDPOINT_URL}, names another endpoint, such as the
 * local stack's. Every attempt has a deadline, and so has every call with its retries.
 */
@NullMarked
package io.linernotes.aws;

import org.jspecify.annotations.NullMarked;
