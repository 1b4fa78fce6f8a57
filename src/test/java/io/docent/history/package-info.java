@NullMarked
package io.docent.history;

import org.jspecify.annotations.NullMarked;
