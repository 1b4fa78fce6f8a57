@NullMarked
package io.docent.channel;

import org.jspecify.annotations.NullMarked;
