package io.github.wininet4j.engine.proxy;

import static io.github.wininet4j.fuzz.Property.check;
import static io.github.wininet4j.fuzz.Property.isOf;

import io.github.wininet4j.engine.proxy.source.EnvironmentProxies;
import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import io.github.wininet4j.host.ProxySettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Proxy lists, bypass lists and answers of scripts; bars stand between list, exceptions, scheme, host and port. */
public final class ProxyTextTarget implements FuzzTarget {
    private static final int MAX_PORT = 65_535;

    /** Creates the target. */
    public ProxyTextTarget() {}

    @Override
    public String run(byte[] input) {
        String[] parts = FuzzText.of(input).split("\\|", 5);
        String servers = parts[0];
        String bypass = parts.length > 1 ? parts[1] : null;
        String scheme = parts.length > 2 ? parts[2] : "http";
        String host = parts.length > 3 ? parts[3] : "www.h.test";
        ProxyTarget target = new ProxyTarget(scheme, host, parts.length > 4 ? parts[4].length() : 80, "http://h/");
        check(sound(ProxyScripts.servers(servers)), "ways of an answer");
        String outcome = chosen(servers, bypass, target);
        ProxySettings read = new EnvironmentProxies(
                        Map.of("http_proxy", servers, "all_proxy", servers, "no_proxy", bypass == null ? "" : bypass))
                .read(null);
        if (read.servers() != null) {
            chosen(read.servers(), read.bypass(), target);
        }
        return outcome;
    }

    private static String chosen(String servers, @Nullable String bypass, ProxyTarget target) {
        boolean covered = ProxyBypass.parse(bypass).covers(target);
        List<ProxyServer> found = ProxyList.parse(servers).forScheme(target.scheme());
        check(sound(found), "servers");
        return (covered ? "bypassed, " : "")
                + (found.isEmpty() ? "unusable" : found.get(0).kind().toString());
    }

    /** What is put into a Host or CONNECT line, and what a socket is opened to. */
    private static boolean sound(List<ProxyServer> servers) {
        boolean sound = true;
        for (ProxyServer server : servers) {
            sound &= server.isDirect()
                    || isOf(server.host(), '!', '\uFFFF', "/@\u007F") && server.port() > 0 && server.port() <= MAX_PORT;
        }
        return sound;
    }

    @Override
    public List<String> words() {
        return List.of(
                "http=",
                "a.test",
                ":8080",
                ";",
                " ",
                "socks=",
                "ftp://",
                "://",
                "[::1]",
                "PROXY ",
                "DIRECT",
                "SOCKS ",
                "*",
                ".",
                "<local>",
                "<-loopback>",
                "10.0.0.0/8",
                "/",
                "@",
                "|",
                "b",
                "fe80::1",
                "*.",
                ",",
                "https");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.proxy");
    }
}
