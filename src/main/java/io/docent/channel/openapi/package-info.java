/** The HTTP API described for programs (OpenAPI 3.1), made from the code, and Swagger UI to read and to try it. */
@NullMarked
package io.docent.channel.openapi;

import org.jspecify.annotations.NullMarked;
