/** Gopher and Gopher+ (RFC 1436), as Windows had it up to XP; off unless the host switches it on (R-GOPHER-1). */
@NullMarked
package io.github.wininet4j.engine.gopher;

import org.jspecify.annotations.NullMarked;
