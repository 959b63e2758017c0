package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Pointer;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.LockRef;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.WordRef;
import org.jspecify.annotations.Nullable;

/** The caller's variables: what a function leaves in them is moved when the call is over. */
final class Variables {
    private Variables() {}

    static @Nullable Object dword(InboundCall call, int index) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory == null) {
            return null;
        }
        DwordRef ref = new DwordRef(memory.getInt(0));
        call.onCompletion(() -> memory.setInt(0, ref.value));
        return ref;
    }

    /** A variable with a size; one beyond a limit is passed on as that, and stays if the function leaves it. */
    static FromNative size(long largest) {
        return (call, index) -> {
            Pointer memory = FromNativeConverters.pointer(call, index);
            if (memory == null) {
                return null;
            }
            int stated = memory.getInt(0);
            int passed = (int) Math.min(Integer.toUnsignedLong(stated), largest);
            DwordRef ref = new DwordRef(passed);
            call.onCompletion(() -> memory.setInt(0, ref.value == passed ? stated : ref.value));
            return ref;
        };
    }

    static @Nullable Object longNumber(InboundCall call, int index) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory == null) {
            return null;
        }
        LongRef ref = new LongRef(memory.getLong(0));
        call.onCompletion(() -> memory.setLong(0, ref.value));
        return ref;
    }

    /** A number of 64 bits in a variable of 32. */
    static @Nullable Object longNumberInDword(InboundCall call, int index) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory == null) {
            return null;
        }
        LongRef ref = new LongRef(Integer.toUnsignedLong(memory.getInt(0)));
        call.onCompletion(() -> memory.setInt(0, (int) ref.value));
        return ref;
    }

    static @Nullable Object word(InboundCall call, int index) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory == null) {
            return null;
        }
        WordRef ref = new WordRef(Short.toUnsignedInt(memory.getShort(0)));
        call.onCompletion(() -> memory.setShort(0, (short) ref.value));
        return ref;
    }

    static @Nullable Object handle(InboundCall call, int index) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory == null) {
            return null;
        }
        HandleRef ref = new HandleRef();
        call.onCompletion(() -> {
            HINTERNET made = ref.value;
            if (made != null) {
                PointerSized.set(memory, made.value());
            }
        });
        return ref;
    }

    static @Nullable Object lock(InboundCall call, int index) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory == null) {
            return null;
        }
        LockRef ref = new LockRef();
        call.onCompletion(() -> {
            HANDLE made = ref.value;
            if (made != null) {
                PointerSized.set(memory, made.value());
            }
        });
        return ref;
    }
}
