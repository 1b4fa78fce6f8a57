@NullMarked
package io.docent.retrieval;

import org.jspecify.annotations.NullMarked;
