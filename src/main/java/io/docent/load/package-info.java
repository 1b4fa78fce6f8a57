/** How much is done at once: what is beyond that is refused at once, rather than left to wait until memory is full. */
@NullMarked
package io.docent.load;

import org.jspecify.annotations.NullMarked;
