/**
 * A thin layer over the facade for programs that start in Java: {@link io.github.wininet4j.client.Session},
 * {@link io.github.wininet4j.client.Request}, {@link io.github.wininet4j.client.Response}.
 *
 * <p>It has no behaviour of its own. Each method is a call or a fixed sequence of calls of WinInet on a synchronous
 * session, named in its description; what is sent, kept and refused is up to those calls. Whatever the layer lacks is
 * done on its handles, which are open to the caller.
 *
 * <p>Sessions and requests may be used by any number of threads at once. A response belongs to one thread at a time;
 * only closing it is allowed from any thread, and ends what another one is waiting for.
 */
@NullMarked
package io.github.wininet4j.client;

import org.jspecify.annotations.NullMarked;
