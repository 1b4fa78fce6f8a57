@NullMarked
package io.docent.chat;

import org.jspecify.annotations.NullMarked;
