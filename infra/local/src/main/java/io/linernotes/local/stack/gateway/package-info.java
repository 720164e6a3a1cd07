/** API Gateway's part: routes, keys, limits and the proxy event. */
@NullMarked
package io.linernotes.local.stack.gateway;

import org.jspecify.annotations.NullMarked;
