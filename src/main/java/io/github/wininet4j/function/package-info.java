/**
 * The facade by family: one interface a family, one method a C function, under the exact name without the A or W suffix. There are no
 * overloads, so that one name is one export.
 */
@NullMarked
package io.github.wininet4j.function;

import org.jspecify.annotations.NullMarked;
