/**
 * The border of the engine, where Java's outcomes become Win32's: results and exceptions turn into return values and
 * the thread's last error, and a call is run here or handed to a worker.
 */
@NullMarked
package io.github.wininet4j.engine.call;

import org.jspecify.annotations.NullMarked;
