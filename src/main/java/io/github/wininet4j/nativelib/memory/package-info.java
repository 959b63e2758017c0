/** C memory: pointers, texts and structures as a wininet library lays them out, shared by both directions of calls. */
@NullMarked
package io.github.wininet4j.nativelib.memory;

import org.jspecify.annotations.NullMarked;
