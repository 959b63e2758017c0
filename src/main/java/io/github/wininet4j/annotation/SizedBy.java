package io.github.wininet4j.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which parameter says how large this memory or text is, or which member of the same structure: exactly one of the
 * first three is set.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface SizedBy {
    /** {@return the name of the parameter or member with the size in characters} */
    String characters() default "";

    /** {@return the name of the parameter or member with the size in bytes} */
    String bytes() default "";

    /** {@return the name of the parameter or member with the number of elements} */
    String elements() default "";

    /** {@return what the size of a text that goes in means} */
    TextSize text() default TextSize.UP_TO_NUL_IF_ZERO;

    /** {@return the name of the variable that receives how many bytes have been written, or nothing} */
    String filled() default "";
}
