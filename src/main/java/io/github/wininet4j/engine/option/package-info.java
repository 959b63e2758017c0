/** Options: their values, who has them, and the table that answers for all of them in one way. */
@NullMarked
package io.github.wininet4j.engine.option;

import org.jspecify.annotations.NullMarked;
