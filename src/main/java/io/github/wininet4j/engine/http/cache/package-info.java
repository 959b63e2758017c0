/**
 * The HTTP side of the URL cache: what is kept of responses, when it is used instead of the network and when it is
 * compared with the server (RFC 9111, as far as WinInet is known to follow it).
 */
@NullMarked
package io.github.wininet4j.engine.http.cache;

import org.jspecify.annotations.NullMarked;
