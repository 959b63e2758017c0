/**
 * The A-suffixed functions as an adapter over any {@link io.github.wininet4j.WinInet}: bytes of a code page in and out,
 * text in between.
 *
 * <p>Text that a caller gives ({@code LPCSTR}) is a byte array that ends at its first NUL or at its end; a buffer to be
 * filled ({@code LPSTR}) is a byte array, or an {@link io.github.wininet4j.ansi.AnsiBuffer} where C programs point into
 * memory. A size is a number of bytes, and a byte is a character. Structures with text have an A form here.
 */
@NullMarked
package io.github.wininet4j.ansi;

import org.jspecify.annotations.NullMarked;
