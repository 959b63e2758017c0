/** Proxy configuration scripts: where they come from, what they may do, and what they answer. */
@NullMarked
package io.github.wininet4j.engine.proxy.pac;

import org.jspecify.annotations.NullMarked;
