/**
 * The published behaviour as a program: each rule with the calls that show it, run on any back end, or on two side by
 * side.
 */
@NullMarked
package io.github.wininet4j.cli.conformance;

import org.jspecify.annotations.NullMarked;
