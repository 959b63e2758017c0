/** The functions of the URL cache: what they take and give, over the store. */
@NullMarked
package io.github.wininet4j.engine.cache.api;

import org.jspecify.annotations.NullMarked;
