/**
 * What the host of an engine may decide: time, name resolution, trust, and which of two allowed behaviours is taken.
 */
@NullMarked
package io.github.wininet4j.host;

import org.jspecify.annotations.NullMarked;
