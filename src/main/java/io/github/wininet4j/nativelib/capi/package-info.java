/**
 * The C functions of the project's own library, answered by a {@link io.github.wininet4j.WinInet}: every call arrives
 * at one place, with its arguments widened to 64 bits.
 */
@NullMarked
package io.github.wininet4j.nativelib.capi;

import org.jspecify.annotations.NullMarked;
