/**
 * TLS on connections: handshakes, what is wrong with a server's certificate, the client's certificate. Uses the JVM's
 * TLS.
 *
 * <p>Threads: {@code TlsConnector} may be used by any number of threads; everything else belongs to one connection,
 * whose TLS does its work on the thread that reads or writes.
 */
@NullMarked
package io.github.wininet4j.engine.net.tls;

import org.jspecify.annotations.NullMarked;
