/** Proxy settings: what they are and where they are kept. */
@NullMarked
package io.github.wininet4j.engine.proxy;

import org.jspecify.annotations.NullMarked;
