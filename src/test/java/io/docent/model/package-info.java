@NullMarked
package io.docent.model;

import org.jspecify.annotations.NullMarked;
