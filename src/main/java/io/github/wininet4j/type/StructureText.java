package io.github.wininet4j.type;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts structures into words: each member with its name, secrets hidden, long texts cut. */
final class StructureText {
    private static final int LONGEST = 200;

    /** A list may lead back to where it began. */
    private static final int DEEPEST = 3;

    private static final Set<String> SECRETS = Set.of("lpszPassword", "pwszValue", "privateKey");

    /** Header lines, which may be credentials and cookies. */
    private static final Set<String> HEADERS = Set.of("lpcszHeader", "lpHeaderInfo");

    private static final Pattern IN_HEXADECIMAL = Pattern.compile("dwFlags|dwFileAttributes|CacheEntryType|.*Flags");
    private static final Pattern PASSWORD_OF_URL = Pattern.compile("(://[^/@:\\s]*):[^/\\s]*@");

    private StructureText() {}

    static String of(Structure structure) {
        return of(structure, 0);
    }

    private static String of(Structure structure, int depth) {
        String name = structure.getClass().getSimpleName();
        if (structure instanceof FILETIME time) {
            return time.toString();
        }
        if (depth > DEEPEST) {
            return name + "(...)";
        }
        StringJoiner members = new StringJoiner(", ", name + "(", ")");
        for (Field field : structure.getClass().getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                members.add(field.getName() + "=" + member(structure, field, depth));
            }
        }
        return members.toString();
    }

    private static String member(Structure structure, Field field, int depth) {
        String name = field.getName();
        Object value = value(structure, field);
        if (value == null) {
            return "NULL";
        }
        if (SECRETS.contains(name)) {
            return "***";
        }
        if (HEADERS.contains(name)) {
            int length = value instanceof byte[] bytes ? bytes.length : ((String) value).length();
            return "(" + length + (value instanceof byte[] ? " bytes)" : " characters)");
        }
        if (value instanceof Integer number && IN_HEXADECIMAL.matcher(name).matches()) {
            return number == 0 ? "0" : "0x" + Integer.toHexString(number);
        }
        return text(value, lengthOf(structure, name), depth);
    }

    private static @Nullable Object value(Structure structure, Field field) {
        try {
            return field.get(structure);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How much of a buffer counts: a pointer into a URL goes on to the end of the URL. */
    private static int lengthOf(Structure structure, String buffer) {
        try {
            Object length = structure
                    .getClass()
                    .getField(buffer.replaceFirst("^lpsz", "dw") + "Length")
                    .get(structure);
            return length instanceof Integer number ? Math.max(0, number) : Integer.MAX_VALUE;
        } catch (NoSuchFieldException | IllegalAccessException e) {
            return Integer.MAX_VALUE;
        }
    }

    private static String text(Object value, int length, int depth) {
        if (value instanceof Structure structure) {
            return of(structure, depth + 1);
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof Record) {
            return value.toString();
        }
        if (value instanceof ByteBuffer bytes) {
            return "ByteBuffer(position=" + bytes.position() + ", limit=" + bytes.limit() + ")";
        }
        if (value instanceof byte[] bytes) {
            return quoted(new String(bytes, StandardCharsets.ISO_8859_1).replaceFirst("(?s)\\x00.*", ""), length);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(StructureText::element).toList().toString();
        }
        if (value.getClass().isArray()) {
            StringJoiner elements = new StringJoiner(", ", "[", "]");
            for (int i = 0; i < Array.getLength(value); i++) {
                Object element = Array.get(value, i);
                elements.add(element == null ? "NULL" : text(element, Integer.MAX_VALUE, depth));
            }
            return elements.toString();
        }
        // What has no text of its own would be shown by its address.
        return value instanceof StatusCallback || value instanceof AuthNotifyCallback
                ? "callback"
                : quoted(value.toString(), length);
    }

    private static String element(Object element) {
        return element instanceof X509Certificate certificate
                ? certificate.getSubjectX500Principal().getName()
                : String.valueOf(element);
    }

    private static String quoted(String text, int length) {
        String counted = text.substring(0, Math.min(text.length(), length));
        String shown = PASSWORD_OF_URL.matcher(counted).replaceAll("$1:***@");
        StringBuilder line = new StringBuilder("\"");
        for (int i = 0; i < Math.min(shown.length(), LONGEST); i++) {
            char c = shown.charAt(i);
            line.append(Character.isISOControl(c) ? String.format(Locale.ROOT, "\\x%02x", (int) c) : String.valueOf(c));
        }
        return line.append(shown.length() > LONGEST ? "\"..." : "\"").toString();
    }
}
