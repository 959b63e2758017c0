/** Moving data on handles of any protocol: reads, writes, positions, response files, and opening by URL. */
@NullMarked
package io.github.wininet4j.engine.transfer;

import org.jspecify.annotations.NullMarked;
