@NullMarked
package io.docent.channel.openapi;

import org.jspecify.annotations.NullMarked;
