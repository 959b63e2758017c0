/**
 * The constants of WinInet under their C names, grouped by what they are about. A test compares every value with the
 * header.
 */
@NullMarked
package io.github.wininet4j.constant;

import org.jspecify.annotations.NullMarked;
