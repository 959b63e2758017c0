/**
 * What becomes of a request when the network or the server fails it: every kind of fault, at every stage, in every way
 * of calling.
 */
@NullMarked
package io.github.wininet4j.endurance.fault;

import org.jspecify.annotations.NullMarked;
