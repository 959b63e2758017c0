package io.github.wininet4j.nativelib;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import io.github.wininet4j.logging.SafeLogger;
import io.github.wininet4j.nativelib.memory.AttributeLayout;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.type.GopherAttributeEnumerator;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** {@code GOPHER_ATTRIBUTE_ENUMERATOR}: a C function that hands attributes to a Java program, during one call. */
final class AttributeFunction {
    private static final SafeLogger LOG = SafeLogger.of(AttributeFunction.class);

    /** The function where pointers have 64 bits. */
    @FunctionalInterface
    interface Code extends Callback {
        /**
         * Is called by the library.
         *
         * @param attribute the address of a {@code GOPHER_ATTRIBUTE_TYPE}
         * @param error an error or 0
         * @return whether to go on
         */
        int invoke(long attribute, int error);
    }

    private final GopherAttributeEnumerator receiver;
    private final Code code;
    private @Nullable Throwable failure;

    private AttributeFunction(GopherAttributeEnumerator receiver) {
        this.receiver = receiver;
        this.code = this::enumerate;
    }

    /** Passes an enumerator: the function is there until the call is over. */
    static @Nullable Object pass(@Nullable Object enumerator, OutboundCall call) {
        if (!AttributeLayout.isPassed() || !(enumerator instanceof GopherAttributeEnumerator receiver)) {
            return null;
        }
        AttributeFunction function = new AttributeFunction(receiver);
        call.onCompletion(function::ended);
        return DirectCallbacks.function(function.code);
    }

    private int enumerate(long attribute, int error) {
        // Nothing may be thrown into C.
        try {
            Pointer memory = PointerSized.pointer(attribute);
            return receiver.enumerate(memory == null ? null : AttributeLayout.read(memory), error) ? 1 : 0;
        } catch (Throwable e) {
            failure = e;
            return 0;
        }
    }

    private void ended() {
        Throwable thrown = failure;
        if (thrown != null) {
            LOG.log(Level.WARNING, () -> "an enumerator of attributes failed", thrown);
        }
    }
}
