/** The folder in which a running service keeps everything: its index, its uploads, its history. */
@NullMarked
package io.docent.data;

import org.jspecify.annotations.NullMarked;
