package io.github.wininet4j.fuzz;

import java.util.Map;
import java.util.TreeMap;

/** The targets by name. A new parser gets a row here and, if it has any, a file of inputs in {@code resources/fuzz}. */
public final class FuzzTargets {
    private static final String ENGINE = "io.github.wininet4j.engine.";

    /** Names of targets and of their classes. */
    public static final Map<String, String> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("url-crack", UrlTargets.Crack.class.getName()),
            Map.entry("url-create", UrlTargets.Create.class.getName()),
            Map.entry("url-canonical", UrlTargets.Canonicalize.class.getName()),
            Map.entry("url-combine", UrlTargets.Combine.class.getName()),
            Map.entry("url-redirect", UrlTargets.Redirect.class.getName()),
            Map.entry("url-target", UrlTargets.Target.class.getName()),
            Map.entry("host", UrlTargets.Host.class.getName()),
            Map.entry("date", DateTarget.class.getName()),
            Map.entry("cookie", CookieTargets.Received.class.getName()),
            Map.entry("cookie-set", CookieTargets.Set.class.getName()),
            Map.entry("privacy", CookieTargets.Privacy.class.getName()),
            Map.entry("cookie-file", ENGINE + "cookie.CookieFileTarget"),
            Map.entry("cookie-export", ENGINE + "cookie.CookieExportTarget"),
            Map.entry("gopher-menu", ENGINE + "gopher.GopherMenuTarget"),
            Map.entry("head", ENGINE + "http.h1.HeadTarget"),
            Map.entry("chunks", ENGINE + "http.h1.ChunksTarget"),
            Map.entry("connect-answer", ENGINE + "http.h1.ConnectAnswerTarget"),
            Map.entry("header-text", HeaderTextTarget.class.getName()),
            Map.entry("headers", HeadersTarget.class.getName()),
            Map.entry("facade", FacadeTarget.class.getName()),
            Map.entry("option", OptionTarget.class.getName()),
            Map.entry("proxy", ENGINE + "proxy.ProxyTextTarget"),
            Map.entry("pac", ENGINE + "proxy.pac.PacTarget"),
            Map.entry("pac-functions", ENGINE + "proxy.pac.PacFunctionsTarget"),
            Map.entry("challenge", ENGINE + "http.auth.ChallengeTarget"),
            Map.entry("ftp-listing", ENGINE + "ftp.ListingTarget"),
            Map.entry("ftp-reply", ENGINE + "ftp.ReplyTarget"),
            Map.entry("ftp-names", ENGINE + "ftp.FtpNamesTarget"),
            Map.entry("gopher-answer", ENGINE + "gopher.MenuTarget"),
            Map.entry("gopher-names", ENGINE + "gopher.GopherNamesTarget"),
            Map.entry("hsts", ENGINE + "net.HstsTarget"),
            Map.entry("h2-frames", ENGINE + "http.h2.FramesTarget"),
            Map.entry("h2-headers", ENGINE + "http.h2.HeaderBlocksTarget"),
            Map.entry("ws-frames", ENGINE + "websocket.MessagesTarget"),
            Map.entry("content", ENGINE + "http.exchange.ContentTarget"),
            Map.entry("query", ENGINE + "http.query.QueryTarget"),
            Map.entry("cache-entry", ENGINE + "cache.EntryTarget"),
            Map.entry("cache-files", ENGINE + "cache.CacheFilesTarget"),
            Map.entry("cache-journal", ENGINE + "cache.JournalTarget"),
            Map.entry("cache-head", ENGINE + "http.cache.CacheHeadTarget"),
            Map.entry("cache-key", ENGINE + "cache.api.CacheKeyTarget"),
            Map.entry("desktop-proxies", ENGINE + "proxy.source.DesktopTarget"),
            Map.entry("dhcp-leases", "io.github.wininet4j.host.DhcpLeasesTarget"),
            Map.entry("pac-source", ENGINE + "proxy.pac.PacSourceTarget"),
            Map.entry("certificate-name", ENGINE + "net.tls.CertificateNameTarget"),
            Map.entry("socks", ENGINE + "net.pool.SocksTarget"),
            Map.entry("port-source", "io.github.wininet4j.cli.port.SourceTarget"),
            Map.entry("port-executable", "io.github.wininet4j.cli.port.ExecutableTarget"),
            Map.entry("printable", "io.github.wininet4j.cli.PrintableTarget"),
            Map.entry("ntlm", ENGINE + "http.ntlm.NtlmTarget")));

    private FuzzTargets() {}

    static FuzzTarget create(String name) throws ReflectiveOperationException {
        String type = name.equals(SelfTestTarget.NAME) ? SelfTestTarget.class.getName() : ALL.get(name);
        if (type == null) {
            throw new IllegalArgumentException("no target " + name + " among " + ALL.keySet());
        }
        return (FuzzTarget) Class.forName(type, true, FuzzTargets.class.getClassLoader())
                .getDeclaredConstructor()
                .newInstance();
    }
}
