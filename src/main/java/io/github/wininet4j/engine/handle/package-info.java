/** The handle tree: numbers to objects, parents and children, who uses what, and the one place that calls back. */
@NullMarked
package io.github.wininet4j.engine.handle;

import org.jspecify.annotations.NullMarked;
