/** The binding and the contract tests on a wininet.dll by others, Wine's, in a process that is on Linux as well. */
package io.github.wininet4j.nativelib.wine;
