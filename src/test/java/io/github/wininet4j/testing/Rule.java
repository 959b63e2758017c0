package io.github.wininet4j.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cites the rules of the behaviour reference that a test checks. {@code RuleCoverageTest} knows every id and refuses
 * others.
 *
 * <p>On a class it stands for rules that the class checks as a whole, for example by a table.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Rule {
    /**
     * The ids, for example {@code R-ASYNC-1}; a range such as {@code R-HQ-0..95} stands for every id between its ends.
     *
     * @return the ids
     */
    String[] value();
}
