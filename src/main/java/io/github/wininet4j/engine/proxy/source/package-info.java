/** Where the proxy settings of the user come from. */
@NullMarked
package io.github.wininet4j.engine.proxy.source;

import org.jspecify.annotations.NullMarked;
