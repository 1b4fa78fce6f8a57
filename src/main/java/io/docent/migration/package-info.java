/**
 * Moves what the data folder holds to the engines that the settings name, without embedding anything again: what is copied
 * is what the index has, and afterwards both are compared.
 */
@NullMarked
package io.docent.migration;

import org.jspecify.annotations.NullMarked;
