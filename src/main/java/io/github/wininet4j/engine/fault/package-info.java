/** How code below the border fails: with a Win32 code where it is known, else with an exact {@code IOException}. */
@NullMarked
package io.github.wininet4j.engine.fault;

import org.jspecify.annotations.NullMarked;
