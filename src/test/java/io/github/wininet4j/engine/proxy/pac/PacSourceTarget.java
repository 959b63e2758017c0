package io.github.wininet4j.engine.proxy.pac;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Scripts in data URLs, and downloaded ones with the type that the server says; a bar stands behind the type. */
public final class PacSourceTarget implements FuzzTarget {
    /** Creates the target. */
    public PacSourceTarget() {}

    @Override
    public String run(byte[] input) {
        String text = FuzzText.of(input);
        int bar = text.indexOf('|');
        PacSource source = new PacSource((url, cancellation) -> new PacSource.Document(
                text.substring(bar + 1).getBytes(StandardCharsets.ISO_8859_1), text.substring(0, bar)));
        try {
            String script = source.load(bar < 0 ? "data:" + text : "http://h/", new Cancellation());
            check(script.length() <= PacSource.MAX_BYTES, "a short script");
            return bar < 0 ? "of a URL" : "downloaded";
        } catch (IOException e) {
            return "none";
        }
    }

    @Override
    public List<String> words() {
        return List.of(
                "application/x-ns-proxy-autoconfig",
                ";charset=",
                "utf-16",
                "\"iso-8859-1\"",
                ";base64",
                ",",
                "ZnVuY3Rpb24=",
                "%41",
                "%",
                "|",
                "function FindProxyForURL(u, h) { return 'DIRECT'; }",
                "\u00EF\u00BB\u00BF",
                "\u00FE\u00FF",
                "=",
                ";");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.proxy.pac");
    }
}
