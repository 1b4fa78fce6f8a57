@NullMarked
package io.docent;

import org.jspecify.annotations.NullMarked;
