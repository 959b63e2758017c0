package io.github.wininet4j.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A parameter that is looked at only if another one, a number, has a certain value. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface OnlyWith {
    /** {@return the name of the other parameter} */
    String parameter();

    /** {@return the value of the other parameter} */
    int value();
}
