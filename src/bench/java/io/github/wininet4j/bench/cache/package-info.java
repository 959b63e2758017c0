/** What the URL cache costs. */
@NullMarked
package io.github.wininet4j.bench.cache;

import org.jspecify.annotations.NullMarked;
