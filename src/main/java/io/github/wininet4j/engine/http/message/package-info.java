/**
 * HTTP message heads without sockets: the request header store of a handle, and what HttpQueryInfo answers from the
 * heads.
 */
@NullMarked
package io.github.wininet4j.engine.http.message;

import org.jspecify.annotations.NullMarked;
