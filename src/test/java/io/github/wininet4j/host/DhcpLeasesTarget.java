package io.github.wininet4j.host;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Files of leases, in both forms: what a DHCP server says is in them. */
public final class DhcpLeasesTarget implements FuzzTarget {
    private static final int WPAD = 252;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** Creates the target. */
    public DhcpLeasesTarget() {}

    @Override
    public String run(byte[] input) {
        String text = FuzzText.of(input);
        List<byte[]> named = new ArrayList<>();
        DhcpLeases.addNamed(text, WPAD, NOW, named);
        List<byte[]> numbered = new ArrayList<>();
        DhcpLeases.addNumbered(text, "OPTION_252=", numbered);
        for (byte[] each : named) {
            check(each.length <= text.length(), "no more than there is");
        }
        return named.isEmpty() ? numbered.isEmpty() ? "nothing" : "by number" : "by name";
    }

    @Override
    public List<String> words() {
        return List.of(
                "lease {\n",
                "}\n",
                "interface \"eth0\";\n",
                "option unknown-252 \"http://w/p\";\n",
                "option wpad-url \"",
                "\"",
                "\\",
                "\\012",
                "\\\"",
                "expire 4 2027/01/01 00:00:00;\n",
                "expire 4 2001/01/01 00:00:00;\n",
                "expire 4 2027/02/31 99:00:00;\n",
                "expire never;\n",
                "OPTION_252=",
                "68747470",
                "6",
                "\n",
                " ");
    }

    @Override
    public List<String> packages() {
        return List.of("host");
    }
}
