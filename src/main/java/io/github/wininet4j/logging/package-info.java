/** Where the library's lines go: {@link java.lang.System.Logger}, made at the first line and kept from throwing. */
@NullMarked
package io.github.wininet4j.logging;

import org.jspecify.annotations.NullMarked;
