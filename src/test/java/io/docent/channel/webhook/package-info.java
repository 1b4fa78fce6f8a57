@NullMarked
package io.docent.channel.webhook;

import org.jspecify.annotations.NullMarked;
