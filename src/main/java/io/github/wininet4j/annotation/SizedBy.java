package io.github.wininet4j.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which parameter says how large this memory or text is: exactly one of the three is set. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface SizedBy {
    /**
     * Names the parameter with the size in characters.
     *
     * @return its name, or the empty string
     */
    String characters() default "";

    /**
     * Names the parameter with the size in bytes.
     *
     * @return its name, or the empty string
     */
    String bytes() default "";

    /**
     * Names the parameter with the number of elements.
     *
     * @return its name, or the empty string
     */
    String elements() default "";
}
