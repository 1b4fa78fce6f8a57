@NullMarked
package io.docent.migration;

import org.jspecify.annotations.NullMarked;
