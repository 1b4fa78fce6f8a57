@NullMarked
package io.docent.command;

import org.jspecify.annotations.NullMarked;
