/**
 * Tools for agents by the Model Context Protocol, over stateless streamable HTTP at {@code POST
 * /mcp}: one JSON-RPC message in, its answer out.
 *
 * <p>{@link io.linernotes.api.mcp.McpRoutes} speaks the protocol, {@link
 * io.linernotes.api.mcp.Tools} runs the tools on the analyzers of the other routes, and {@code
 * tools.json} describes them with their input and output schemas. Results are short, because
 * language models pay per token: a track is one line, {@code
 * index|title|artist|bpm|camelot|energy}, energy from 0 to 100. A client that sends a {@code
 * progressToken} and accepts an event stream gets progress notifications before the result.
 *
 * <p>The protocol's own SDK serves the tests as a client. Its server needs Reactor and a second
 * Jackson, more bytes than the rest of this function, for three methods that answer at once.
 */
@NullMarked
package io.linernotes.api.mcp;

import org.jspecify.annotations.NullMarked;
