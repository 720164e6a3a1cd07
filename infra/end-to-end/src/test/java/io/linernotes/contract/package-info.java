/** Checks the service's answers against the description of its API. */
@org.jspecify.annotations.NullMarked
package io.linernotes.contract;
