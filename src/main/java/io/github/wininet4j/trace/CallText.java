package io.github.wininet4j.trace;

import io.github.wininet4j.constant.ErrorText;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.TextBuffer;
import java.lang.reflect.Parameter;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Puts a call into words, as a C programmer would write it. */
final class CallText {
    private CallText() {}

    static String of(TracedCall call) {
        StringJoiner list = new StringJoiner(", ", call.name() + "(", ")");
        Parameter[] parameters = call.function().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            list.add(argument(call, parameters[i].getName(), i));
        }
        Object result = call.result();
        String outcome = result instanceof Boolean truth ? (truth ? "TRUE" : "FALSE") : value("", result, false);
        String error = ", " + ErrorText.name(call.error()) + " (" + Integer.toUnsignedString(call.error()) + ")";
        return list + " = " + outcome + (call.error() == Win32Error.ERROR_SUCCESS ? "" : error);
    }

    private static String argument(TracedCall call, String name, int index) {
        Object value = call.arguments().get(index);
        boolean hidden =
                HiddenSecrets.isSecret(name, call.arguments(), index) || (call.isSecret() && name.equals("lpBuffer"));
        return value != null && hidden ? HiddenSecrets.INSTEAD : value(name, value, call.isPending());
    }

    /** What a pending call returns by reference belongs to WinInet until the call completes. */
    private static String value(String parameter, @Nullable Object value, boolean pending) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Integer number) {
            return number(parameter, number);
        }
        if (value instanceof String || value instanceof TextBuffer) {
            String text = HiddenSecrets.inText(value.toString());
            return '"' + onOneLine(parameter.equals("lpszCommand") ? HiddenSecrets.inCommand(text) : text) + '"';
        }
        if (value instanceof DwordRef reference) {
            return pending ? "&?" : "&" + reference;
        }
        if (value instanceof INTERNET_BUFFERS buffers) {
            return "{dwBufferLength=" + (pending ? "?" : Integer.toUnsignedString(buffers.dwBufferLength))
                    + ", dwBufferTotal=" + Integer.toUnsignedString(buffers.dwBufferTotal) + "}";
        }
        if (value instanceof ByteBuffer bytes) {
            return "buffer[" + bytes.remaining() + "]";
        }
        if (value instanceof StatusCallback) {
            return "callback";
        }
        if (value instanceof LongRef || value instanceof HandleRef) {
            return pending ? "&?" : "&" + value;
        }
        return value instanceof LPVOID ? "&" + value.getClass().getSimpleName() : value.toString();
    }

    /** Raw headers have line ends, and what a server sends may have anything. */
    static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\r' -> line.append("\\r");
                case '\n' -> line.append("\\n");
                default -> {
                    if (Character.isISOControl(c)) {
                        line.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
        return line.toString();
    }

    private static String number(String parameter, int value) {
        return switch (parameter) {
            case "dwOption" -> InternetOption.name(value);
            case "dwFlags", "dwModifiers", "dwInfoLevel" -> value == 0 ? "0" : "0x" + Integer.toHexString(value);
            default -> Integer.toString(value);
        };
    }
}
