/**
 * The service's description of itself: {@code openapi.json}, which describes the API, and the
 * console, a web page for trying it. Both are resources of this package, served with an {@code
 * ETag} because only a deployment changes them.
 */
@NullMarked
package io.linernotes.api.about;

import org.jspecify.annotations.NullMarked;
