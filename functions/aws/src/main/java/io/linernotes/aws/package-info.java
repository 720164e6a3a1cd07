/**
 * How the clients of AWS services are configured. The region comes from {@code AWS_REGION}; {@code
 * AWS_ENDPOINT_URL_<SERVICE>}, else {@code AWS_ENDPOINT_URL}, names another endpoint, such as the
 * local stack's. Every attempt and every call has a deadline.
 */
@NullMarked
package io.linernotes.aws;

import org.jspecify.annotations.NullMarked;
