package io.github.wininet4j.engine.work;

import java.lang.reflect.Method;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** {@code Thread.ofVirtual()} by reflection, since the baseline is Java 17 and it came with 21. */
final class VirtualThreads {
    private VirtualThreads() {}

    /**
     * Tells whether a virtual thread that waits for a selector lets others run.
     *
     * @return true since Java 24
     */
    static boolean waitForSelectors() {
        return Runtime.version().feature() >= 24;
    }

    /**
     * Returns a factory of virtual threads.
     *
     * @param prefix start of the threads' names
     * @return the factory, or null before Java 21
     */
    static @Nullable ThreadFactory factory(String prefix) {
        if (Runtime.version().feature() < 21) {
            return null;
        }
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            Method name = type.getMethod("name", String.class, long.class);
            return (ThreadFactory) type.getMethod("factory").invoke(name.invoke(builder, prefix, 0L));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
