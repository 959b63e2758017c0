/** What only shows after many calls or many bytes. */
@NullMarked
package io.github.wininet4j.endurance;

import org.jspecify.annotations.NullMarked;
