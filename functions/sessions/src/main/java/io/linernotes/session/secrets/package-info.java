/** Where the keys come from that seal users' tokens. */
@NullMarked
package io.linernotes.session.secrets;

import org.jspecify.annotations.NullMarked;
