/**
 * Benchmarks: wininet4j against other clients and against bare sockets. Start with {@link
 * io.github.wininet4j.bench.Main}.
 */
package io.github.wininet4j.bench;
