@NullMarked
package io.docent.answer;

import org.jspecify.annotations.NullMarked;
