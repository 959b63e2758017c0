package io.github.wininet4j.cli.port;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The languages that are read. */
enum Language {
    C(false),
    CSHARP(false),
    DELPHI(true),
    BASIC(true);

    private static final Map<String, Language> ENDINGS = Map.ofEntries(
            Map.entry("c", C),
            Map.entry("h", C),
            Map.entry("cc", C),
            Map.entry("cpp", C),
            Map.entry("cxx", C),
            Map.entry("c++", C),
            Map.entry("hh", C),
            Map.entry("hpp", C),
            Map.entry("hxx", C),
            Map.entry("inl", C),
            Map.entry("ipp", C),
            Map.entry("cs", CSHARP),
            Map.entry("pas", DELPHI),
            Map.entry("dpr", DELPHI),
            Map.entry("dpk", DELPHI),
            Map.entry("lpr", DELPHI),
            Map.entry("pp", DELPHI),
            Map.entry("inc", DELPHI),
            Map.entry("vb", BASIC),
            Map.entry("bas", BASIC),
            Map.entry("cls", BASIC),
            Map.entry("frm", BASIC),
            Map.entry("ctl", BASIC));

    private final boolean anyCase;

    Language(boolean anyCase) {
        this.anyCase = anyCase;
    }

    /** Returns whether upper and lower case are the same in names. */
    boolean anyCase() {
        return anyCase;
    }

    /**
     * Tells the language by the name of a file.
     *
     * @param fileName the name
     * @return the language, or null if none is known by its ending
     */
    static @Nullable Language of(String fileName) {
        return ENDINGS.get(fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
