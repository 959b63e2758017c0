/**
 * HTTP requests as handles: their functions, headers, options and bodies. What happens on the wire is in the packages
 * below.
 */
@NullMarked
package io.github.wininet4j.engine.http;

import org.jspecify.annotations.NullMarked;
