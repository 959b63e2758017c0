package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.SYSTEMTIME;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.TextBuffer;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Values of calls and statuses as text that is the same in every run; handles are marked, to be numbered at the end.
 */
final class ValueText {
    /** Enclose a handle's number. */
    static final char HANDLE_START = '\uE000';

    static final char HANDLE_END = '\uE001';

    /** Stands for a value that belongs to WinInet until a call completes. */
    static final String PENDING = "?";

    private static final int SHOWN_BYTES = 64;

    private ValueText() {}

    /** Describes an argument after its call. */
    static String argument(String name, @Nullable Object value, boolean pending) {
        boolean written = value instanceof DwordRef
                || value instanceof LongRef
                || value instanceof Structure
                || value instanceof TextBuffer;
        return pending && written ? PENDING : value(name, value);
    }

    /** Describes a value; its name decides what a number means. */
    static String value(String name, @Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof HINTERNET handle) {
            return handle(handle);
        }
        if (value instanceof HandleRef reference) {
            return "&" + value(name, reference.value);
        }
        if (value instanceof Integer number) {
            return number(name, number);
        }
        if (value instanceof Number number) {
            return number.toString();
        }
        if (value instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        }
        if (value instanceof String || value instanceof TextBuffer) {
            return '"' + value.toString() + '"';
        }
        if (value instanceof DwordRef || value instanceof LongRef) {
            return "&" + value;
        }
        if (value instanceof ByteBuffer bytes) {
            return "buffer[" + bytes.capacity() + "]";
        }
        if (value instanceof ByteBlock block) {
            return bytes(block);
        }
        if (value instanceof StatusCallback) {
            return "callback";
        }
        if (value instanceof CallbackRef reference) {
            return "&" + (reference.value == null ? "NULL" : "callback");
        }
        if (value instanceof SYSTEMTIME time
                && Math.abs(time.wYear - Year.now(ZoneOffset.UTC).getValue()) <= 1) {
            return "TIME";
        }
        if (value instanceof Structure) {
            return structure(value);
        }
        if (value instanceof Object[] array) {
            return Arrays.toString(array);
        }
        return value.getClass().getSimpleName();
    }

    static String handle(HINTERNET handle) {
        return HANDLE_START + Long.toHexString(handle.value()) + HANDLE_END;
    }

    private static String number(String name, int number) {
        return switch (name) {
            case "dwOption" -> InternetOption.name(number);
            case "dwFlags", "dwModifiers", "dwInfoLevel" -> "0x" + Integer.toHexString(number);
            default -> Integer.toString(number);
        };
    }

    private static String bytes(ByteBlock block) {
        int shown = Math.min(block.sizeof(), SHOWN_BYTES);
        StringBuilder text = new StringBuilder("bytes[" + block.sizeof() + "]");
        for (int i = 0; i < shown; i++) {
            text.append(String.format(
                    Locale.ROOT, i == 0 ? " %02x" : "%02x", block.buffer().get(i)));
        }
        return text.append(shown < block.sizeof() ? "..." : "").toString();
    }

    private static String structure(Object structure) {
        StringJoiner fields = new StringJoiner(", ", structure.getClass().getSimpleName() + "{", "}");
        for (Field field : structure.getClass().getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                try {
                    fields.add(field.getName() + "=" + value(field.getName(), field.get(structure)));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return fields.toString();
    }
}
