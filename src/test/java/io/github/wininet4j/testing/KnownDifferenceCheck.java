package io.github.wininet4j.testing;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Runs a test that may carry a {@link KnownDifference}. */
final class KnownDifferenceCheck {
    private KnownDifferenceCheck() {}

    static Optional<KnownDifference> find(String backEnd, Method test, Class<?> testClass) {
        return Stream.concat(
                        AnnotationSupport.findRepeatableAnnotations(test, KnownDifference.class).stream(),
                        AnnotationSupport.findRepeatableAnnotations(testClass, KnownDifference.class).stream())
                .filter(difference -> difference.backEnd().equals(backEnd))
                .findFirst();
    }

    /**
     * Runs the test. One that fails as its mark says has passed.
     *
     * @param found takes the difference that was found, in words
     */
    static void run(Invocation<Void> test, Optional<KnownDifference> difference, Consumer<String> found)
            throws Throwable {
        if (difference.isEmpty()) {
            test.proceed();
            return;
        }
        String known = difference.get().backEnd() + ": " + difference.get().reason();
        try {
            test.proceed();
        } catch (TestAbortedException skipped) {
            throw skipped;
        } catch (Exception | AssertionError expected) {
            found.accept(known);
            return;
        }
        throw new AssertionFailedError("passes now, remove the known difference of " + known);
    }
}
