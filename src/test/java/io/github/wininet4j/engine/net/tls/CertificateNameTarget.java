package io.github.wininet4j.engine.net.tls;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.engine.net.PublicSuffixList;
import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.util.List;
import java.util.Locale;

/** Names in certificates and hosts, with a bar between: no wildcard stands for more than one label of one owner. */
public final class CertificateNameTarget implements FuzzTarget {
    /** Creates the target. */
    public CertificateNameTarget() {}

    @Override
    public String run(byte[] input) {
        String text = FuzzText.of(input);
        int bar = text.indexOf('|');
        String name = bar < 0 ? "*.example.org" : text.substring(0, bar);
        // Hosts come in lower case.
        String host = text.substring(bar + 1).toLowerCase(Locale.ROOT);
        boolean address = CertificateNames.isSameAddress(name, host);
        if (!CertificateNames.matches(name, host)) {
            return address ? "address" : "other";
        }
        if (!name.startsWith("*")) {
            return "same";
        }
        String parent = name.substring(2).toLowerCase(Locale.ROOT);
        check(name.startsWith("*.") && !PublicSuffixList.isRegistry(parent), "not all of a registry");
        check(parent.indexOf('.') > 0, "more than one label");
        check(count(host) - (host.endsWith(".") ? 1 : 0) == count(parent) + 1, "one label");
        return "wildcard";
    }

    private static long count(String name) {
        return name.chars().filter(c -> c == '.').count();
    }

    @Override
    public List<String> words() {
        return List.of(
                "*.",
                "|",
                "a",
                ".",
                "com",
                "co.uk",
                "example.org",
                "www.",
                "*",
                "xn--",
                "*.a.b|c.a.b",
                "127.0.0.1",
                "[::1]",
                "::ffff:",
                "github.io",
                "COM",
                "kawasaki.jp",
                "city.");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.net", "engine.net.tls");
    }
}
