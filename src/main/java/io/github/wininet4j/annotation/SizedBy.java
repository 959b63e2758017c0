package io.github.wininet4j.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which parameter says how large this memory or text is: exactly one of the first three is set. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface SizedBy {
    /** {@return the name of the parameter with the size in characters} */
    String characters() default "";

    /** {@return the name of the parameter with the size in bytes} */
    String bytes() default "";

    /** {@return the name of the parameter with the number of elements} */
    String elements() default "";

    /** {@return what the size of a text that goes in means} */
    TextSize text() default TextSize.UP_TO_NUL_IF_ZERO;
}
