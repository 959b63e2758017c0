/** Folders of the data directory, which engines and processes share. */
@NullMarked
package io.github.wininet4j.engine.storage;

import org.jspecify.annotations.NullMarked;
