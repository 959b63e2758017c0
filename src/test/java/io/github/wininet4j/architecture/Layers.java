package io.github.wininet4j.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;

/**
 * The packages and whom each may use: the table of CONTRIBUTING.md in executable form.
 *
 * <p>A row names a package below the root and the packages it may use besides itself. A new package needs a row.
 */
final class Layers {

    static final String ROOT = "io.github.wininet4j";

    /** Stands for the root package itself. */
    private static final String API = "";

    private static final List<String> FACADE =
            List.of("annotation", "constant", "type", "logging", "function", "host", "trace", API);
    private static final List<String> BASE = with(FACADE, "engine.fault", "engine.work");
    private static final List<String> CALLS = with(BASE, "engine.handle");
    private static final List<String> SERVICES = with(CALLS, "engine.call", "engine.option");
    private static final List<String> NETWORK = with(
            SERVICES, "engine.url", "engine.time", "engine.storage", "engine.net", "engine.net.tls", "engine.net.pool");
    private static final List<String> STATE = with(NETWORK, "engine.proxy", "engine.cookie", "engine.cache");
    private static final List<String> PROTOCOL =
            with(STATE, "engine.http.head", "engine.http.stream", "engine.http.ntlm");
    private static final List<String> PIPELINE = with(PROTOCOL, "engine.http.auth");
    private static final List<String> HANDLES = with(STATE, "engine.session", "engine.transfer");
    private static final List<String> OBJECTS =
            with(PIPELINE, "engine.session", "engine.transfer", "engine.http.query", "engine.http.exchange");

    private static final List<Row> ROWS = List.of(
            new Row("annotation", List.of()),
            new Row("constant", List.of()),
            new Row("logging", List.of()),
            new Row("type", List.of("annotation", "constant")),
            new Row("function", List.of("annotation", "constant", "type")),
            new Row("host", List.of("constant", "type")),
            new Row("trace", List.of("annotation", "constant", "type", "function")),
            new Row(API, List.of("annotation", "constant", "type", "logging", "function", "host", "trace")),
            new Row("ansi", FACADE),
            new Row("client", FACADE),
            new Row("nativelib.memory", FACADE),
            new Row("nativelib.windows", FACADE),
            new Row("nativelib.capi", with(FACADE, "ansi", "nativelib.memory")),
            new Row("nativelib", with(FACADE, "nativelib.memory", "nativelib.capi")),
            new Row("cli", with(FACADE, "ansi")),
            new Row("cli.conformance", with(FACADE, "cli")),
            new Row("cli.port", with(FACADE, "cli", "ansi", "client")),
            new Row("engine.fault", List.of("constant", "type")),
            new Row("engine.work", List.of("constant", "type", "logging")),
            new Row("engine.handle", BASE),
            new Row("engine.call", CALLS),
            new Row("engine.option", CALLS),
            new Row("engine.url", SERVICES),
            new Row("engine.time", SERVICES),
            new Row("engine.storage", List.of("logging")),
            new Row("engine.net", BASE),
            new Row("engine.net.tls", with(BASE, "engine.net")),
            new Row("engine.net.pool", with(BASE, "engine.net", "engine.net.tls")),
            new Row("engine.proxy.pac", with(BASE, "engine.net")),
            new Row("engine.proxy.source", with(FACADE, "engine.fault")),
            new Row("engine.proxy", with(NETWORK, "engine.proxy.pac", "engine.proxy.source")),
            new Row("engine.cookie", NETWORK),
            new Row("engine.cache", NETWORK),
            new Row("engine.cache.api", with(NETWORK, "engine.cache")),
            new Row("engine.http.head", List.of("constant", "type", "engine.fault")),
            new Row("engine.http.query", List.of("constant", "type", "engine.fault", "engine.http.head")),
            new Row("engine.http.stream", with(NETWORK, "engine.http.head")),
            new Row("engine.http.h1", with(NETWORK, "engine.http.head", "engine.http.stream")),
            new Row("engine.http.h2", with(NETWORK, "engine.http.head", "engine.http.stream", "engine.http.h1")),
            new Row("engine.http.ntlm", List.of("engine.fault")),
            new Row("engine.http.auth", with(BASE, "engine.http.ntlm")),
            new Row("engine.session", with(STATE, "engine.http.auth", "engine.http.ntlm")),
            new Row("engine.transfer", with(STATE, "engine.session")),
            new Row("engine.http.exchange", PIPELINE),
            new Row("engine.http.proxy", with(PIPELINE, "engine.http.exchange", "engine.http.h1", "engine.proxy.pac")),
            new Row("engine.http.cache", with(PIPELINE, "engine.http.exchange")),
            new Row("engine.http", OBJECTS),
            new Row("engine.websocket", with(HANDLES, "engine.http")),
            new Row("engine.ftp", with(HANDLES, "engine.http.head", "engine.http.stream", "engine.http.exchange")),
            new Row("engine.gopher", HANDLES),
            new Row("engine.dial", with(NETWORK, "engine.session")),
            new Row("engine.prompt", with(NETWORK, "engine.session")),
            new Row(
                    "engine",
                    with(
                            OBJECTS,
                            "engine.cache.api",
                            "engine.http.h1",
                            "engine.http.cache",
                            "engine.http.h2",
                            "engine.http.proxy",
                            "engine.proxy.pac",
                            "engine.proxy.source",
                            "engine.http",
                            "engine.websocket",
                            "engine.ftp",
                            "engine.gopher",
                            "engine.dial",
                            "engine.prompt")));

    /** A package and the other packages it may use. */
    private record Row(String name, List<String> uses) {}

    private Layers() {}

    static LayeredArchitecture rule() {
        LayeredArchitecture rule =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (Row row : ROWS) {
            rule = rule.layer(layer(row.name())).definedBy(packageOf(row.name()));
        }
        for (Row row : ROWS) {
            String[] used = row.uses().stream().map(Layers::layer).toArray(String[]::new);
            rule = used.length == 0
                    ? rule.whereLayer(layer(row.name())).mayNotAccessAnyLayer()
                    : rule.whereLayer(layer(row.name())).mayOnlyAccessLayers(used);
        }
        return rule;
    }

    static String[] packages() {
        return ROWS.stream().map(row -> packageOf(row.name())).toArray(String[]::new);
    }

    private static String packageOf(String name) {
        return name.equals(API) ? ROOT : ROOT + "." + name;
    }

    private static String layer(String name) {
        return name.equals(API) ? "(root)" : name;
    }

    private static List<String> with(List<String> names, String... more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
