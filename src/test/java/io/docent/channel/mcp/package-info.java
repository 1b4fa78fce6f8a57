@NullMarked
package io.docent.channel.mcp;

import org.jspecify.annotations.NullMarked;
