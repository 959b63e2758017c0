package io.github.wininet4j.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that one back end is known to behave differently from what a contract test states.
 *
 * <p>The test still runs on that back end. If it fails, as expected, it is reported as passed, with the reason as an
 * entry of the report; if it passes, it is reported as failed, so that the mark goes away with the difference.
 */
@Documented
@Repeatable(KnownDifference.All.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface KnownDifference {
    /**
     * The back end that differs.
     *
     * @return its id, for example {@code "native"}
     */
    String backEnd();

    /** What it does instead, and why that stands. */
    String reason();

    /** Holds several. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface All {
        /**
         * The differences.
         *
         * @return one for each back end
         */
        KnownDifference[] value();
    }
}
