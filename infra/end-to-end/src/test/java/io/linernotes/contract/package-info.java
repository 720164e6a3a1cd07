/**
 * Holds the service to the description of its API, {@code openapi.json}: {@link
 * io.linernotes.contract.ApiContract} checks an exchange against it, and every test that talks to
 * the running service checks each of its exchanges.
 */
@org.jspecify.annotations.NullMarked
package io.linernotes.contract;
