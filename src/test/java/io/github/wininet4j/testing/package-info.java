/**
 * What tests are made of: back ends to run on, scripted and real servers, the log of statuses, certificates.
 *
 * <p>Waiting is always for an event and always bounded by {@link io.github.wininet4j.testing.Waits}; reaching the bound
 * fails the test.
 */
@NullMarked
package io.github.wininet4j.testing;

import org.jspecify.annotations.NullMarked;
