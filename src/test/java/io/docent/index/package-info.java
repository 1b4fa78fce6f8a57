@NullMarked
package io.docent.index;

import org.jspecify.annotations.NullMarked;
