@NullMarked
package io.docent.load;

import org.jspecify.annotations.NullMarked;
