@NullMarked
package io.docent.measure;

import org.jspecify.annotations.NullMarked;
