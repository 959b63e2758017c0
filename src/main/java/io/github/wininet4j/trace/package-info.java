/**
 * Shows what a program does with WinInet: each call and each status as a line, as an HTTP archive, or as events of the
 * JDK's flight recorder. {@link io.github.wininet4j.WinInets#traced} puts it around a back end; one without it does
 * nothing of this.
 */
@NullMarked
package io.github.wininet4j.trace;

import org.jspecify.annotations.NullMarked;
