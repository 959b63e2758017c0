package io.github.wininet4j.type;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The code pages of Windows and the charsets that stand for them. */
public final class CodePage {
    /** The ANSI code page of the system: Western European, 1252, on every platform alike. */
    public static final int CP_ACP = 0;

    /** The OEM code page of the system: 437. */
    public static final int CP_OEMCP = 1;

    /** The ANSI code page of the thread: that of the system. */
    public static final int CP_THREAD_ACP = 3;

    /** UTF-8. */
    public static final int CP_UTF8 = 65001;

    private static final Charset ANSI = Charset.forName("windows-1252");

    /** Code pages whose number is not part of the charset's name. */
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(CP_OEMCP, "IBM437"),
            Map.entry(858, "IBM00858"),
            // Not windows-936: that one has no euro at 0x80.
            Map.entry(936, "x-mswin-936"),
            Map.entry(1361, "x-Johab"),
            Map.entry(20127, "US-ASCII"),
            Map.entry(20866, "KOI8-R"),
            Map.entry(20932, "EUC-JP"),
            Map.entry(21866, "KOI8-U"),
            Map.entry(51932, "EUC-JP"),
            Map.entry(51936, "GB2312"),
            Map.entry(51949, "EUC-KR"),
            Map.entry(54936, "GB18030"));

    private static final int ISO_8859_FIRST = 28591;
    private static final int ISO_8859_LAST = 28605;

    private CodePage() {}

    /**
     * Returns the charset of a code page.
     *
     * @param codePage its number, for example 1252, 932 or {@link #CP_UTF8}
     * @return the charset, or null if this JVM has none for it
     */
    public static @Nullable Charset charset(int codePage) {
        if (codePage == CP_UTF8) {
            return StandardCharsets.UTF_8;
        }
        if (codePage == CP_ACP || codePage == CP_THREAD_ACP) {
            return ANSI;
        }
        for (String name : names(codePage)) {
            if (isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return null;
    }

    /**
     * Returns the charset of a code page.
     *
     * @param codePage its number
     * @return the charset; that of {@link #CP_ACP} if this JVM has none for the code page
     */
    public static Charset charsetOrAnsi(int codePage) {
        Charset charset = charset(codePage);
        return charset == null ? ANSI : charset;
    }

    private static List<String> names(int codePage) {
        String name = NAMES.get(codePage);
        if (name != null) {
            return List.of(name);
        }
        if (codePage >= ISO_8859_FIRST && codePage <= ISO_8859_LAST) {
            return List.of("ISO-8859-" + (codePage - ISO_8859_FIRST + 1));
        }
        return List.of("windows-" + codePage, "IBM" + codePage);
    }

    private static boolean isSupported(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
