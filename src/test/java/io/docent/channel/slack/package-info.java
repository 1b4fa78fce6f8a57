@NullMarked
package io.docent.channel.slack;

import org.jspecify.annotations.NullMarked;
