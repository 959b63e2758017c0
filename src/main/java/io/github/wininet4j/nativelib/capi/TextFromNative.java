package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Pointer;
import io.github.wininet4j.annotation.TextSize;
import io.github.wininet4j.function.Role;
import io.github.wininet4j.function.Role.Condition;
import io.github.wininet4j.function.Role.Size;
import io.github.wininet4j.nativelib.memory.NarrowText;
import io.github.wininet4j.nativelib.memory.WideText;
import org.jspecify.annotations.Nullable;

/** Text that goes in. What its function does not look at is not read: a pointer there may point anywhere. */
final class TextFromNative {
    private TextFromNative() {}

    /** Returns how a text is taken: as bytes in an A form, else as a string. */
    static FromNative of(Role role, boolean narrow) {
        Size size = role.size();
        Condition condition = role.condition();
        FromNative whole = size == null ? unsized(narrow) : narrow ? ansi(size) : wide(size);
        return condition == null
                ? whole
                : (call, i) -> call.number(condition.parameter()) == condition.value() ? whole.take(call, i) : null;
    }

    private static FromNative unsized(boolean narrow) {
        return narrow
                ? (call, i) -> NarrowText.read(FromNativeConverters.pointer(call, i))
                : (call, i) -> WideText.read(FromNativeConverters.pointer(call, i));
    }

    private static FromNative wide(Size size) {
        if (size.text() == TextSize.IGNORED_IN_WIDE) {
            return unsized(false);
        }
        boolean none = size.text() == TextSize.NONE_IF_ZERO;
        return (call, i) -> {
            Pointer memory = FromNativeConverters.pointer(call, i);
            int limit = call.number(size.parameter());
            return none && limit == 0 && memory != null ? "" : wide(memory, limit);
        };
    }

    private static FromNative ansi(Size size) {
        return (call, i) -> {
            Pointer memory = FromNativeConverters.pointer(call, i);
            int limit = call.number(size.parameter());
            if (limit != 0 || memory == null || size.text() == TextSize.UP_TO_NUL_IF_ZERO) {
                return ansi(memory, limit);
            }
            return size.text() == TextSize.EMPTY_IF_ZERO_IN_ANSI ? first(memory) : new byte[1];
        };
    }

    /** Returns at most so many characters; a limit of 0 or less stands for all up to the NUL. */
    static @Nullable String wide(@Nullable Pointer memory, int limit) {
        if (memory == null || limit <= 0) {
            return WideText.read(memory);
        }
        return WideText.read(memory, WideText.length(memory, limit));
    }

    /** As {@link #wide}, for the A forms. */
    static byte @Nullable [] ansi(@Nullable Pointer memory, int limit) {
        if (memory == null || limit <= 0) {
            return NarrowText.read(memory);
        }
        return start(memory, limit);
    }

    /** Returns the headers that an A form takes with a length: with 0 only whether there are any (R-SEND-25). */
    static byte @Nullable [] ansiHeaders(@Nullable Pointer memory, int length) {
        return memory != null && length == 0 ? first(memory) : ansi(memory, length);
    }

    private static byte[] first(Pointer memory) {
        return start(memory, 1);
    }

    /** Returns a text with a NUL of its own where it has none: the functions count to the length that is stated. */
    private static byte[] start(Pointer memory, int limit) {
        int length = NarrowText.length(memory, limit);
        byte[] text = new byte[length + 1];
        memory.read(0, text, 0, length);
        return text;
    }
}
