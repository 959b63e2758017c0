/** Files that hold responses. */
@NullMarked
package io.github.wininet4j.engine.cache;

import org.jspecify.annotations.NullMarked;
