/**
 * What crosses the facade: handles, references to values the callee fills in, text and byte buffers, structures and the
 * status callback. Names and fields are those of the C declarations; sizes are those of the C layout.
 */
@NullMarked
package io.github.wininet4j.type;

import org.jspecify.annotations.NullMarked;
