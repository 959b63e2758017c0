package io.github.wininet4j.cli.port;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.fuzz.FuzzTarget;
import java.util.List;

/** Sources of any language, which the first byte chooses: each token lies in a line of the text. */
public final class SourceTarget implements FuzzTarget {
    private final Catalog catalog = new Catalog();

    /** Creates the target. */
    public SourceTarget() {}

    @Override
    public String run(byte[] input) {
        Language language = Language.values()[input.length == 0 ? 0 : input[0] & 3];
        String text = SourceText.of(input);
        long lines = text.chars().filter(c -> c == '\n' || c == '\r').count() + 1;
        int uses = 0;
        try {
            for (SourceReader.Found found : SourceReader.read("f", text, language, catalog)) {
                check(found.use().line() >= 1 && found.use().line() <= lines, "a line of the text");
                uses++;
            }
        } catch (DamagedFileException e) {
            return "too much";
        }
        return uses == 0 ? "nothing" : "used";
    }

    @Override
    public List<String> words() {
        return List.of(
                "InternetOpenA(",
                "InternetSetOption(h,31,",
                "GetProcAddress(h,\"InternetReadFile\")",
                "[DllImport(\"wininet.dll\",EntryPoint=\"InternetOpenW\")]extern IntPtr X(",
                "function X: Y; external 'wininet.dll' name 'InternetOpenA';",
                "Declare Function X Lib \"wininet\" Alias \"InternetOpenA\" (",
                "class X : CInternetSession {",
                "class CInternetSession : X {",
                "CHttpFile*f;f->Read(",
                "R\"(",
                ")\"",
                "\"\"\"",
                "/*",
                "*/",
                "//",
                "(*",
                "{",
                "'",
                "\\\n");
    }

    @Override
    public List<String> packages() {
        return List.of("cli.port");
    }
}
