@NullMarked
package io.docent.claim;

import org.jspecify.annotations.NullMarked;
