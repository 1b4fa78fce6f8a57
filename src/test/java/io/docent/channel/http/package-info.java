@NullMarked
package io.docent.channel.http;

import org.jspecify.annotations.NullMarked;
