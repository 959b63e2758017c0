/**
 * HTTP/2 (RFC 9113) behind {@link io.github.wininet4j.engine.http.stream.HttpStream}. {@link Http2Streams} decides
 * which protocol a request speaks, {@link Http2Connection} is a connection that many share, {@link Http2Stream} one
 * exchange on it. Frames and header compression are those of httpcore; nothing is pushed.
 */
@NullMarked
package io.github.wininet4j.engine.http.h2;

import org.jspecify.annotations.NullMarked;
