/**
 * The pool of kept connections, by server: limits, waiting in order, idle time. It opens connections with a {@code
 * Dialer} and secures them with a {@code TlsConnector}.
 *
 * <p>Threads: {@code ConnectionPool} may be used by any number of threads. One lock guards its memory; it is not held
 * while a socket blocks, a name is resolved or an event is delivered.
 */
@NullMarked
package io.github.wininet4j.engine.net.pool;

import org.jspecify.annotations.NullMarked;
