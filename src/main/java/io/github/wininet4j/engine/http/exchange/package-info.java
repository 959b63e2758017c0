/**
 * HTTP's policy, a layer for each: {@link io.github.wininet4j.engine.http.exchange.Exchanges} lists how they are
 * nested. A layer keeps its own state; one that loops opens anew what lies below it. Connections are reached by
 * {@code stream} alone.
 */
@NullMarked
package io.github.wininet4j.engine.http.exchange;

import org.jspecify.annotations.NullMarked;
