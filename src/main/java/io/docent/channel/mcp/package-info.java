/**
 * Docent as a server of the Model Context Protocol (https://modelcontextprotocol.io/specification/2025-11-25): tools that
 * ask, search, list and read, over streamable HTTP without sessions. Nothing of a call is kept.
 */
@NullMarked
package io.docent.channel.mcp;

import org.jspecify.annotations.NullMarked;
