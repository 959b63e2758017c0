/** Handles that are closed at any moment, by anyone, in any order. */
@NullMarked
package io.github.wininet4j.endurance.chaos;

import org.jspecify.annotations.NullMarked;
