package io.github.wininet4j.engine.net;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.time.Instant;
import java.util.List;

/** Strict-Transport-Security headers and the hosts that sent them; a bar stands behind the host. */
public final class HstsTarget implements FuzzTarget {
    private static final Instant NOW = Instant.parse("2024-02-29T13:04:05Z");

    /** Creates the target. */
    public HstsTarget() {}

    @Override
    public String run(byte[] input) {
        String text = FuzzText.of(input);
        int bar = text.indexOf('|');
        String host = bar < 0 ? "www.example.org" : text.substring(0, bar);
        String header = text.substring(bar + 1);
        HstsHosts hosts = new HstsHosts(() -> NOW, HstsHosts.Store.NONE);
        hosts.note(host, header);
        HstsHosts.Policy policy = HstsHosts.parse(header);
        boolean covered = hosts.covers(host);
        check(policy != null || !covered, "nothing without a header that says it");
        check(policy == null || policy.maxAge() >= 0, "an age");
        check(!covered || policy.maxAge() > 0, "nothing taken back");
        check(!hosts.covers("127.0.0.1"), "no address");
        boolean below = hosts.covers("below." + host);
        check(!below || policy.withSubdomains(), "hosts below only if they are meant");
        return policy == null ? "malformed" : covered ? below ? "all below" : "one host" : "nobody";
    }

    @Override
    public List<String> words() {
        return List.of(
                "max-age=",
                "31536000",
                "0",
                ";",
                "includeSubDomains",
                "\"",
                "\\",
                "preload",
                " ",
                "=",
                "|",
                "example.org",
                ".",
                "co.uk",
                "max-age=\"60\"",
                "127.0.0.1",
                "\t");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.net");
    }
}
