package io.github.wininet4j.cli.port;

/**
 * A function that a program or library takes from wininet.dll.
 *
 * @param name its name, or {@code #} and its ordinal
 * @param delayed whether it is loaded at its first use
 */
record Import(String name, boolean delayed) {}
