@NullMarked
package io.docent.evaluation;

import org.jspecify.annotations.NullMarked;
