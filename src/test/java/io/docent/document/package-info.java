@NullMarked
package io.docent.document;

import org.jspecify.annotations.NullMarked;
