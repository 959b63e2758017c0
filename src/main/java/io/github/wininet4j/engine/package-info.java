/** The pure-Java back end; {@code Engine} is the tour and the wiring. */
@NullMarked
package io.github.wininet4j.engine;

import org.jspecify.annotations.NullMarked;
