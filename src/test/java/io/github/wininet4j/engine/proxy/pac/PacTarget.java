package io.github.wininet4j.engine.proxy.pac;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.util.List;

/** Bodies of FindProxyForURL: whatever a script does, it ends, and what comes out is a text or the one exception. */
public final class PacTarget implements FuzzTarget {
    /** Far below what the engine allows, so that a loop without end costs little. */
    private static final PacLimits LIMITS = new PacLimits(50, 4L << 20, 1L << 16, 1 << 12);

    private static final PacNetwork NETWORK = new FixedNetwork();

    /** Creates the target. */
    public PacTarget() {}

    @Override
    public String run(byte[] input) {
        String text = FuzzText.of(input);
        PacScript script;
        try {
            script = PacScript.compile("function FindProxyForURL(url, host) {" + text + "}", LIMITS);
        } catch (PacException e) {
            return "does not compile";
        }
        try {
            String answer = script.findProxy("http://www.corp.test/a", "www.corp.test", NETWORK);
            check(answer.length() <= 8192, "a short answer");
            return answer.isEmpty() ? "nothing" : "an answer";
        } catch (PacException e) {
            return "fails";
        }
    }

    @Override
    public List<String> words() {
        return List.of(
                "return ",
                "\"DIRECT\"",
                "'PROXY a:1'",
                ";",
                "host",
                "url",
                "(",
                ")",
                "shExpMatch(",
                ", ",
                "\"*.test\"",
                "isInNet(",
                "dnsResolve(",
                "myIpAddress()",
                "weekdayRange('MON')",
                "dateRange(1, 'JUL')",
                "timeRange(",
                "if (",
                ") {",
                "} else {",
                "}",
                "var a = ",
                "a",
                " + ",
                "for (;;) {",
                "[1, 2]",
                ".length",
                "function ",
                "new ",
                "Array(",
                "1e9",
                "this",
                ".constructor",
                "`${a}`",
                "/a*/",
                ".replace(",
                "try {",
                "} catch (e) {",
                "=> ",
                "isInNetEx(",
                "sortIpAddressList(",
                "'::1;10.1.2.3'",
                "String(",
                ".repeat(");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.proxy.pac");
    }
}
