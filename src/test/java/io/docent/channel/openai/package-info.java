@NullMarked
package io.docent.channel.openai;

import org.jspecify.annotations.NullMarked;
