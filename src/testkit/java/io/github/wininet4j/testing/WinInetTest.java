package io.github.wininet4j.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class an engine of its own, as parameters of test methods, of the methods before and after each,
 * and of the constructor: a {@link TestEngine}, or what belongs to it, a {@link io.github.wininet4j.BackEnd}, its
 * {@link io.github.wininet4j.WinInetConfig}, a {@link ScriptedHttpServer}, a {@link ScriptedFtpServer}, the
 * {@link Journal}, a {@link StatusLog}, the {@link TestClock} and the {@link HostNames}. All parameters of one test
 * belong together. When the test is over the engine is closed, then the servers; what went wrong with them fails the
 * test.
 *
 * <p>The report of a test that fails has the journal. {@link Completion} says how asynchronous calls end. For another
 * configuration register a {@link WinInetExtension} instead.
 */
@Documented
@Inherited
@ExtendWith(WinInetExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WinInetTest {}
