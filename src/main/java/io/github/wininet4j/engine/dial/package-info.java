/**
 * Connectivity and dialling. There is no modem here: the machine is on a network, and dialling has nothing to do
 * (R-DIAL-10).
 */
@NullMarked
package io.github.wininet4j.engine.dial;

import org.jspecify.annotations.NullMarked;
