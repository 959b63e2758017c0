package io.github.wininet4j.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class that states what WinInet does, whatever stands behind the facade: it runs once for each back end
 * that is present.
 *
 * <p>The class takes a {@link BackEndUnderTest} as constructor parameter (a field annotated with {@code @Parameter} and
 * parameters of its methods work too) and opens fresh back ends from it; they are closed after each test. It may use
 * the facade and this package only.
 */
@Documented
@Inherited
@ClassTemplate
@ExtendWith(ContractTestExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ContractTest {}
