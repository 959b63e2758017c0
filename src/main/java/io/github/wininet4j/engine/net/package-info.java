/**
 * Connections: names, sockets, time limits, cancellation. Knows nothing of handles or of the WinInet call that wants a
 * connection; the caller hands in timeouts, events and a {@link io.github.wininet4j.engine.net.Cancellation}. {@code
 * net.tls} secures connections, {@code net.pool} keeps them.
 *
 * <p>Threads: {@code Dialer}, {@code Watchdog} and {@code Cancellation} may be used by any number of threads; a {@code
 * Connection} belongs to one thread at a time, except for {@code close()}. Locks guard memory only: none is held while
 * a socket blocks, a name is resolved or an event is delivered.
 *
 * <p>Why a read or a write failed: a socket that was closed under the thread says so and nothing more, so that the
 * reason is looked for in this order, and the first that applies is what the caller gets ({@code Connection.explain}).
 *
 * <ol>
 *   <li>The operation was cancelled, or its thread interrupted: {@code CancelledIoException} ({@code
 *       Cancellation.explain}).
 *   <li>A time limit closed the socket: {@code SocketTimeoutException} ({@code SocketLimits.explain}).
 *   <li>TLS knows a reason, such as a certificate: {@code TlsFailure} ({@code SecureChannel.explain}).
 *   <li>The failure itself.
 * </ol>
 */
@NullMarked
package io.github.wininet4j.engine.net;

import org.jspecify.annotations.NullMarked;
