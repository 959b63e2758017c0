package io.github.wininet4j.engine.option;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Windows code page numbers and the charsets that stand for them. */
public final class CodePages {
    /** The system's ANSI code page. */
    public static final int CP_ACP = 0;

    /** UTF-8. */
    public static final int CP_UTF8 = 65001;

    private static final int ISO_8859_1 = 28591;

    private CodePages() {}

    /**
     * Returns the charset of a code page.
     *
     * @param codePage its number; {@link #CP_ACP} is Western European here, on every platform alike
     * @return the charset; that of {@link #CP_ACP} for a number that the JVM does not know
     */
    public static Charset charset(int codePage) {
        return switch (codePage) {
            case CP_UTF8 -> StandardCharsets.UTF_8;
            case ISO_8859_1 -> StandardCharsets.ISO_8859_1;
            case CP_ACP -> named("windows-1252");
            default -> named("windows-" + codePage);
        };
    }

    private static Charset named(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }
}
