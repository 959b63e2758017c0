/**
 * WinInet for Java.
 */
@NullMarked
package io.github.wininet4j;

import org.jspecify.annotations.NullMarked;
