package io.github.wininet4j.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The function may return with {@code ERROR_IO_PENDING} and complete later, on the handle that is its first argument
 * (R-ASYNC).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CanPend {
    /** {@return whether it runs beside the other operations of its handle, as receiving beside sending} */
    boolean beside() default false;
}
