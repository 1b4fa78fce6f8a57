@NullMarked
package io.docent.access;

import org.jspecify.annotations.NullMarked;
