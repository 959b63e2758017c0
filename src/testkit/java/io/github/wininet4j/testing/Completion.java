package io.github.wininet4j.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which of its two allowed outcomes each asynchronous call takes in the engines of a {@link WinInetTest}: finish
 * at once, or {@code ERROR_IO_PENDING} and a completion later (R-ASYNC-6). A program has to be right with both. The
 * annotation of a method goes before that of its class.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Completion {
    /** Which outcome. */
    Mode value();

    /**
     * The seed of {@link Mode#MIXED}, to see a mix once more; 0 for another one each time. The report of a test that
     * fails has the number.
     */
    long seed() default 0;

    /** The outcomes. */
    enum Mode {
        /** What Windows would most likely do: at once if no wait is needed, else pending. */
        NATURAL,
        /** Each call works on its caller's thread and returns its result. */
        AT_ONCE,
        /** Each call returns {@code ERROR_IO_PENDING} and completes on another thread. */
        PENDING,
        /** Both at random, the same way each time for one seed and one order of calls. */
        MIXED
    }
}
