/**
 * Plain concurrency: the threads that asynchronous operations run on, which of them waits for events and runs what
 * follows on those, and the queue that keeps the operations of one handle apart.
 *
 * <p>Lock rule of the engine: a lock is held for a few field accesses only, never while a socket, a file or a callback
 * is busy, and no two locks nest, but for those of the JVM when a worker starts.
 */
@NullMarked
package io.github.wininet4j.engine.work;

import org.jspecify.annotations.NullMarked;
