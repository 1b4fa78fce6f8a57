@NullMarked
package io.docent.passage;

import org.jspecify.annotations.NullMarked;
