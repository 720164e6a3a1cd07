/** Holds the service to the description of its API. */
@org.jspecify.annotations.NullMarked
package io.linernotes.contract;
