/**
 * Plain concurrency: the threads that asynchronous operations run on and the queue that keeps those of one handle
 * apart.
 *
 * <p>Lock rule of the engine: a lock is held for a few field accesses only, never while a socket, a file or a callback
 * is busy, and no two locks nest.
 */
@NullMarked
package io.github.wininet4j.engine.work;

import org.jspecify.annotations.NullMarked;
