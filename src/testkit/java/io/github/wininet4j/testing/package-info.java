/**
 * The test kit: what tests of programs that use WinInet are made of. It needs JUnit Jupiter's API and nothing else.
 *
 * <p>{@link io.github.wininet4j.testing.WinInetTest} gives each test a {@link io.github.wininet4j.testing.TestEngine}
 * of its own, and what belongs to it as parameters: a {@link io.github.wininet4j.testing.ScriptedHttpServer}, the
 * {@link io.github.wininet4j.testing.Journal} of calls and statuses, a {@link io.github.wininet4j.testing.TestClock}
 * and {@link io.github.wininet4j.testing.HostNames}. Tests may run in parallel; nothing of one is seen by another,
 * read from the user's folders or left on the disk.
 *
 * <p>Waiting is always for an event and always bounded by {@link io.github.wininet4j.testing.Waits}; reaching the bound
 * fails the test.
 */
@NullMarked
package io.github.wininet4j.testing;

import org.jspecify.annotations.NullMarked;
