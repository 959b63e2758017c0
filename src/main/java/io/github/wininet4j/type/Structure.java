package io.github.wininet4j.type;

/**
 * A C structure: public fields with the C names, in the C order. Its layout is checked against the ABI table by a test.
 */
public non-sealed interface Structure extends LPVOID {}
