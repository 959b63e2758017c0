package io.github.wininet4j.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The data of a dialog: in C the address of a pointer to a structure, of which the flags say which it is. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface DialogData {
    /** {@return the name of the parameter with the flags} */
    String value();
}
