/**
 * HTTP/1.x on the bytes of one connection: writes a request head, reads a response head leniently, finds the end of a
 * body. HttpCore decodes chunks; heads are read here, as WinInet accepts what HttpCore refuses.
 *
 * <p>Objects belong to the thread that runs the exchange.
 */
@NullMarked
package io.github.wininet4j.engine.http.h1;

import org.jspecify.annotations.NullMarked;
