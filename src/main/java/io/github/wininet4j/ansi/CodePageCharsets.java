package io.github.wininet4j.ansi;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Map;

/** The charsets that stand for the code pages of Windows. */
final class CodePageCharsets {
    /** Western European stands for the system's ANSI code page, on every platform alike. */
    private static final String ANSI = "windows-1252";

    private static final String OEM = "IBM437";

    /**
     * Code pages whose number is not part of the charset's name. MS936 is not windows-936: that one has no euro at
     * 0x80.
     */
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(AnsiText.CP_ACP, ANSI),
            Map.entry(AnsiText.CP_OEMCP, OEM),
            Map.entry(AnsiText.CP_THREAD_ACP, ANSI),
            Map.entry(936, "x-mswin-936"),
            Map.entry(1361, "x-Johab"),
            Map.entry(20127, "US-ASCII"),
            Map.entry(20866, "KOI8-R"),
            Map.entry(21866, "KOI8-U"),
            Map.entry(20932, "EUC-JP"),
            Map.entry(51932, "EUC-JP"),
            Map.entry(51949, "EUC-KR"),
            Map.entry(54936, "GB18030"),
            Map.entry(AnsiText.CP_UTF8, "UTF-8"));

    private static final int ISO_8859_FIRST = 28591;
    private static final int ISO_8859_LAST = 28605;

    private CodePageCharsets() {}

    static Charset of(int codePage) {
        for (String name : names(codePage)) {
            if (isSupported(name)) {
                return Charset.forName(name);
            }
        }
        throw new IllegalArgumentException("unknown code page " + Integer.toUnsignedString(codePage));
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
