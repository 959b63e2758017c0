/** Counts what the code under test does. */
package io.github.wininet4j.fuzz.probe;
