/**
 * Sockets: names, connecting, TLS and the pool of kept connections. Knows nothing of handles or of the WinInet call that wants a
 * connection; its callers hand in limits, timeouts, events and a {@link io.github.wininet4j.engine.net.Cancellation}.
 *
 * <p>Threads: {@code ConnectionPool}, {@code Dialer}, {@code TlsConnector} and {@code Cancellation} may be used by any number of
 * threads; a {@code Connection} belongs to the one thread that leased it, save {@code close()}. Locks guard memory only: none is held
 * while a socket blocks, a name is resolved or an event is delivered.
 */
@NullMarked
package io.github.wininet4j.engine.net;

import org.jspecify.annotations.NullMarked;
