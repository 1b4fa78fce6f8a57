/** Docent over HTTP: the public API in JSON, as {@code docs/api.md} fixes it. */
@NullMarked
package io.docent.channel.http;

import org.jspecify.annotations.NullMarked;
