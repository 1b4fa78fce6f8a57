/** The least that a Micronaut service can be: what a start is measured by. */
@NullMarked
package io.docent.bench.hello;

import org.jspecify.annotations.NullMarked;
