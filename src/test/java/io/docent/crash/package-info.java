/** The packaged service, killed again and again while everything about it changes. */
@org.jspecify.annotations.NullMarked
package io.docent.crash;
