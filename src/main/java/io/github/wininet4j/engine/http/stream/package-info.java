/**
 * The seam between HTTP's policy and the wire: {@link io.github.wininet4j.engine.http.stream.HttpStream} carries one
 * request and its response. What is above knows nothing of connections; what is below (HTTP/1.1 in {@code h1}) knows
 * nothing of redirects or cookies.
 */
@NullMarked
package io.github.wininet4j.engine.http.stream;

import org.jspecify.annotations.NullMarked;
