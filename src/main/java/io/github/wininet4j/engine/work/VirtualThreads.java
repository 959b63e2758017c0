package io.github.wininet4j.engine.work;

import java.lang.reflect.Method;
import java.util.concurrent.ThreadFactory;

/** {@code Thread.ofVirtual()} by reflection, since the baseline is Java 17 and it came with 21. */
final class VirtualThreads {
    private VirtualThreads() {}

    /** Returns whether this JVM has virtual threads. */
    static boolean exist() {
        return Runtime.version().feature() >= 21;
    }

    /** Returns whether a virtual thread that waits for a selector lets others run: true since Java 24. */
    static boolean waitForSelectors() {
        return Runtime.version().feature() >= 24;
    }

    /**
     * Returns a factory of virtual threads.
     *
     * @param name the name of all of them: a number would cost each its own text, and thread dumps number them anyway
     * @return the factory
     * @throws IllegalStateException before Java 21
     */
    static ThreadFactory factory(String name) {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            Method naming = type.getMethod("name", String.class);
            return (ThreadFactory) type.getMethod("factory").invoke(naming.invoke(builder, name));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no virtual threads", e);
        }
    }
}
