package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.HostNetwork;
import io.github.wininet4j.host.ProxySettings;
import io.github.wininet4j.host.ProxySettingsSource;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import io.github.wininet4j.type.TextBuffer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The settings that INTERNET_OPTION_PER_CONNECTION_OPTION names, where they come from, and when they count. */
@ContractTest
final class ProxySettingsContractTest extends HttpFixture {
    private static final int OPTION = InternetOption.INTERNET_OPTION_PER_CONNECTION_OPTION;

    private final ScriptedHttpServer proxy;

    ProxySettingsContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.proxy = backEnd.closeAfterTest(ScriptedHttpServer.start());
    }

    private static INTERNET_PER_CONN_OPTION item(int option, int number, @Nullable String text) {
        INTERNET_PER_CONN_OPTION item = new INTERNET_PER_CONN_OPTION();
        item.dwOption = option;
        item.dwValue = number;
        item.pszValue = text;
        return item;
    }

    private static INTERNET_PER_CONN_OPTION_LIST list(@Nullable String connection, INTERNET_PER_CONN_OPTION... items) {
        INTERNET_PER_CONN_OPTION_LIST list = new INTERNET_PER_CONN_OPTION_LIST();
        list.pszConnection = connection;
        list.pOptions = items;
        list.dwOptionCount = items.length;
        return list;
    }

    private static boolean set(
            BackEnd api, @Nullable HINTERNET handle, @Nullable String connection, INTERNET_PER_CONN_OPTION... items) {
        INTERNET_PER_CONN_OPTION_LIST list = list(connection, items);
        return api.InternetSetOption(handle, OPTION, list, list.sizeof());
    }

    private static INTERNET_PER_CONN_OPTION get(
            BackEnd api, @Nullable HINTERNET handle, @Nullable String connection, int option) {
        INTERNET_PER_CONN_OPTION item = item(option, 0, null);
        INTERNET_PER_CONN_OPTION_LIST list = list(connection, item);
        assertThat(api.InternetQueryOption(handle, OPTION, list, new DwordRef(list.sizeof())))
                .isTrue();
        return item;
    }

    private String proxyText() {
        return "127.0.0.1:" + proxy.port();
    }

    private static HINTERNET session(BackEnd api) {
        return api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG, null, null, 0);
    }

    private static int send(BackEnd api, HINTERNET session, String host, int port) {
        HINTERNET connect =
                api.InternetConnect(session, host, port, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        HINTERNET request = api.HttpOpenRequest(connect, "GET", "/x", null, null, null, 0, 2);
        int error = api.HttpSendRequest(request, null, 0, null, 0) ? 0 : api.GetLastError();
        api.InternetCloseHandle(connect);
        return error;
    }

    @Test
    @Rule({"R-PROXY-13", "R-PROXY-15"})
    void perConnectionOption_ofADialUpEntry_isNotThatOfTheLan() {
        assertThat(set(api, null, "vpn", item(ProxyType.INTERNET_PER_CONN_PROXY_SERVER, 0, "far:1")))
                .isTrue();
        assertThat(set(api, null, null, item(ProxyType.INTERNET_PER_CONN_PROXY_SERVER, 0, "near:1")))
                .isTrue();

        assertThat(get(api, null, "vpn", ProxyType.INTERNET_PER_CONN_PROXY_SERVER).pszValue)
                .isEqualTo("far:1");
        assertThat(get(api, null, null, ProxyType.INTERNET_PER_CONN_PROXY_SERVER).pszValue)
                .isEqualTo("near:1");
        assertThat(get(api, null, "other", ProxyType.INTERNET_PER_CONN_PROXY_SERVER).pszValue)
                .isNull();
    }

    @Test
    @Rule({"R-PROXY-19", "R-PROXY-20"})
    void flagsUi_whatAUserWouldSee_areTheFlags() {
        int flags = ProxyType.PROXY_TYPE_PROXY | ProxyType.PROXY_TYPE_AUTO_DETECT;
        assertThat(set(
                        api,
                        null,
                        null,
                        item(ProxyType.INTERNET_PER_CONN_FLAGS, flags, null),
                        item(ProxyType.INTERNET_PER_CONN_PROXY_SERVER, 0, "near:1")))
                .isTrue();

        assertThat(get(api, null, null, ProxyType.INTERNET_PER_CONN_FLAGS_UI).dwValue)
                .isEqualTo(get(api, null, null, ProxyType.INTERNET_PER_CONN_FLAGS).dwValue)
                .isEqualTo(flags);
        // Two queries, two texts: each is the caller's.
        INTERNET_PER_CONN_OPTION first = get(api, null, null, ProxyType.INTERNET_PER_CONN_PROXY_SERVER);
        first.pszValue = "changed";
        assertThat(get(api, null, null, ProxyType.INTERNET_PER_CONN_PROXY_SERVER).pszValue)
                .isEqualTo("near:1");
    }

    @Test
    @Rule({"R-PROXY-32", "R-PROXY-14"})
    void perConnectionOption_whatDetectionFound_canOnlyBeRead() {
        INTERNET_PER_CONN_OPTION_LIST list = list(
                null,
                item(ProxyType.INTERNET_PER_CONN_AUTOCONFIG_RELOAD_DELAY_MINS, 5, null),
                item(ProxyType.INTERNET_PER_CONN_AUTOCONFIG_LAST_DETECT_URL, 0, "http://x/"));

        assertThat(api.InternetSetOption(null, OPTION, list, list.sizeof())).isFalse();

        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(list.dwOptionError).isEqualTo(1);
        assertThat(get(api, null, null, ProxyType.INTERNET_PER_CONN_AUTOCONFIG_RELOAD_DELAY_MINS).dwValue)
                .isZero();
        assertThat(get(api, null, null, ProxyType.INTERNET_PER_CONN_AUTOCONFIG_LAST_DETECT_TIME)
                        .ftValue
                        .steps())
                .isZero();
    }

    /** A script that sends hosts of .test through the proxy. */
    private String script() {
        return "data:,function FindProxyForURL(u, h) { return 'PROXY " + proxyText() + "'; }";
    }

    private void useScript(BackEnd on, HINTERNET session, int discovery) {
        assertThat(set(
                        on,
                        session,
                        null,
                        item(ProxyType.INTERNET_PER_CONN_FLAGS, ProxyType.PROXY_TYPE_AUTO_PROXY_URL, null),
                        item(ProxyType.INTERNET_PER_CONN_AUTODISCOVERY_FLAGS, discovery, null),
                        item(ProxyType.INTERNET_PER_CONN_AUTOCONFIG_URL, 0, script())))
                .isTrue();
    }

    @Test
    @Rule({"R-PROXY-31", "R-STAT-80"})
    void autodiscoveryFlags_whichForbidMemory_letTheScriptBeAskedEachTime() {
        HINTERNET session = session(api);
        api.InternetSetStatusCallback(session, log);
        useScript(api, session, ProxyType.AUTO_PROXY_FLAG_DONT_CACHE_PROXY_RESULT);
        for (int i = 1; i <= 3; i++) {
            proxy.onRequest(HELLO);

            assertThat(send(api, session, "server.test", 80)).isZero();

            assertThat(log.entries().stream()
                            .filter(each -> each.status() == InternetStatus.INTERNET_STATUS_DETECTING_PROXY))
                    .hasSize(i);
        }
        useScript(api, session, ProxyType.AUTO_PROXY_FLAG_CACHE_INIT_RUN);
        proxy.onRequest(HELLO);
        assertThat(send(api, session, "server.test", 80)).isZero();
        assertThat(log.entries().stream()
                        .filter(each -> each.status() == InternetStatus.INTERNET_STATUS_DETECTING_PROXY))
                .hasSize(3);
    }

    /** A clock that a test moves. */
    private static final class Clock implements InstantSource {
        private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    @Rule("R-PROXY-32")
    void reloadDelay_whenItIsOver_letsTheScriptBeLoadedAgain() {
        Clock clock = new Clock();
        BackEnd engine = backEnd.open(config -> config.withClock(clock));
        HINTERNET session = session(engine);
        String script = "function FindProxyForURL(u, h) { return 'PROXY " + proxyText() + "'; }";
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + script.length() + "\r\n\r\n" + script;
        assertThat(set(
                        engine,
                        session,
                        null,
                        item(ProxyType.INTERNET_PER_CONN_FLAGS, ProxyType.PROXY_TYPE_AUTO_PROXY_URL, null),
                        item(ProxyType.INTERNET_PER_CONN_AUTOCONFIG_RELOAD_DELAY_MINS, 10, null),
                        item(ProxyType.INTERNET_PER_CONN_AUTOCONFIG_URL, 0, server.url("/proxy.pac"))))
                .isTrue();
        server.onRequest(answer);
        server.onRequest(answer);
        for (int minutes : new int[] {0, 9, 2}) {
            clock.now = clock.now.plus(Duration.ofMinutes(minutes));
            proxy.onRequest(HELLO);
            assertThat(send(engine, session, "server.test", 80)).isZero();
        }

        assertThat(server.requests()).hasSize(2);
    }

    @Test
    @Rule({"R-PROXY-21", "R-OPEN-3"})
    void preconfig_whenTheHostsSettingsChange_noticesAtRefreshAndNotBefore() {
        AtomicReference<ProxySettings> kept = new AtomicReference<>(ProxySettings.DIRECT);
        BackEnd engine = backEnd.open(config -> config.withProxySettings(new ProxySettingsSource() {
            @Override
            public ProxySettings read(@Nullable String connection) {
                return kept.get();
            }

            @Override
            public void write(@Nullable String connection, ProxySettings settings) {
                kept.set(settings);
            }
        }));
        server.onRequest(HELLO);
        assertThat(send(engine, session(engine), "127.0.0.1", server.port())).isZero();
        ProxySettings listed = ProxySettings.DIRECT
                .withFlags(ProxyType.PROXY_TYPE_PROXY)
                .withServers(proxyText())
                .withBypass("<-loopback>");
        kept.set(listed);
        server.onRequest(HELLO);
        assertThat(send(engine, session(engine), "127.0.0.1", server.port())).isZero();

        assertThat(engine.InternetSetOption(null, InternetOption.INTERNET_OPTION_SETTINGS_CHANGED, null, 0))
                .isTrue();
        assertThat(engine.InternetSetOption(null, InternetOption.INTERNET_OPTION_REFRESH, null, 0))
                .isTrue();
        proxy.onRequest(HELLO);
        assertThat(send(engine, session(engine), "127.0.0.1", server.port())).isZero();
        assertThat(proxy.requests()).hasSize(1);
        // What is switched off is not used, though its server is still there.
        assertThat(set(engine, null, null, item(ProxyType.INTERNET_PER_CONN_FLAGS, ProxyType.PROXY_TYPE_DIRECT, null)))
                .isTrue();
        server.onRequest(HELLO);
        assertThat(send(engine, session(engine), "127.0.0.1", server.port())).isZero();
        assertThat(kept.get().servers()).isEqualTo(proxyText());
    }

    @Test
    @Rule({"R-PROXY-22", "R-PROXY-23", "R-PROJ-PROXY-6"})
    void autoDetect_withoutAHostOfThatName_searchesOnceAndFallsBackToTheList() {
        AtomicInteger searches = new AtomicInteger();
        Clock clock = new Clock();
        BackEnd engine = backEnd.open(config -> config.withClock(clock).withResolver(host -> {
            if (host.startsWith("wpad")) {
                searches.incrementAndGet();
                throw new UnknownHostException(host);
            }
            return List.of(InetAddress.getByName(host));
        }));
        HINTERNET session = session(engine);
        engine.InternetSetStatusCallback(session, log);
        assertThat(set(
                        engine,
                        session,
                        null,
                        item(
                                ProxyType.INTERNET_PER_CONN_FLAGS,
                                ProxyType.PROXY_TYPE_AUTO_DETECT | ProxyType.PROXY_TYPE_PROXY,
                                null),
                        item(ProxyType.INTERNET_PER_CONN_PROXY_SERVER, 0, proxyText())))
                .isTrue();
        for (int i = 0; i < 3; i++) {
            proxy.onRequest(HELLO);
            assertThat(send(engine, session, "server.test", 80)).isZero();
        }
        assertThat(log.entries().stream()
                        .filter(each -> each.status() == InternetStatus.INTERNET_STATUS_DETECTING_PROXY))
                .hasSize(1);
        int afterOne = searches.get();
        assertThat(engine.DeleteWpadCacheForNetworks(2)).isFalse();
        assertThat(engine.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(engine.DeleteWpadCacheForNetworks(ProxyType.WPAD_CACHE_DELETE_ALL))
                .isTrue();
        proxy.onRequest(HELLO);
        assertThat(send(engine, session, "server.test", 80)).isZero();
        assertThat(searches.get()).isEqualTo(2 * afterOne);
        afterOne = searches.get();
        assertThat(get(engine, session, null, ProxyType.INTERNET_PER_CONN_AUTOCONFIG_LAST_DETECT_TIME)
                        .ftValue
                        .steps())
                .isEqualTo(FILETIME.of(clock.now).steps());
        assertThat(get(engine, session, null, ProxyType.INTERNET_PER_CONN_AUTODISCOVERY_FLAGS).dwValue)
                .isEqualTo(ProxyType.AUTO_PROXY_FLAG_DETECTION_RUN);

        clock.now = clock.now.plus(Duration.ofMinutes(61));
        proxy.onRequest(HELLO);
        assertThat(send(engine, session, "server.test", 80)).isZero();
        assertThat(searches.get()).isEqualTo(2 * afterOne);
    }

    private static HostNetwork networkWithScript(String url) {
        return new HostNetwork() {
            @Override
            public boolean isPresent() {
                return true;
            }

            @Override
            public List<byte[]> dhcpOption(int number) {
                return number == 252 ? List.of(url.getBytes(StandardCharsets.US_ASCII)) : List.of();
            }
        };
    }

    @Test
    @Rule({"R-PROXY-23", "R-PROXY-25", "R-PROXY-32", "R-PROJ-PROXY-10"})
    void autoDetect_withADhcpServerThatNamesAScript_asksThatScript() {
        String script = "function FindProxyForURL(u, h) { return 'PROXY " + proxyText() + "'; }";
        String place = "http://127.0.0.1:" + server.port() + "/dhcp.pac";
        BackEnd engine = backEnd.open(config -> config.withNetwork(networkWithScript(place))
                .withResolver(host -> {
                    if (host.startsWith("wpad")) {
                        throw new UnknownHostException(host);
                    }
                    return List.of(InetAddress.getByName(host));
                }));
        TextBuffer found = new TextBuffer(100);
        assertThat(engine.DetectAutoProxyUrl(found, 100, ProxyType.PROXY_AUTO_DETECT_TYPE_DNS_A))
                .isFalse();
        assertThat(engine.GetLastError()).isEqualTo(WinInetError.ERROR_WINHTTP_AUTODETECTION_FAILED);
        assertThat(engine.DetectAutoProxyUrl(found, 100, ProxyType.PROXY_AUTO_DETECT_TYPE_DHCP))
                .isTrue();
        assertThat(found.toString()).isEqualTo(place);
        HINTERNET session = session(engine);
        assertThat(set(
                        engine,
                        session,
                        null,
                        item(ProxyType.INTERNET_PER_CONN_FLAGS, ProxyType.PROXY_TYPE_AUTO_DETECT, null)))
                .isTrue();
        server.onRequest("HTTP/1.1 200 OK\r\nContent-Length: " + script.length() + "\r\n\r\n" + script);
        proxy.onRequest(HELLO);

        assertThat(send(engine, session, "server.test", 80)).isZero();

        assertThat(server.takeRequest().target()).isEqualTo("/dhcp.pac");
        assertThat(proxy.takeRequest().target()).isEqualTo("http://server.test/x");
        assertThat(get(engine, session, null, ProxyType.INTERNET_PER_CONN_AUTOCONFIG_LAST_DETECT_URL).pszValue)
                .isEqualTo(place);
    }

    @Test
    @Rule({"R-PROXY-26", "R-PROJ-PROXY-5", "R-PROJ-PROXY-3"})
    void internetGetProxyInfo_withAScript_givesItsAnswer() {
        HINTERNET session = session(api);
        String url = "https://server.test/secret?x=y";
        TextBuffer answer = new TextBuffer(200);
        DwordRef length = new DwordRef(200);
        assertThat(api.InternetGetProxyInfo(url, url.length(), "server.test", 11, answer, length))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_CALL_NOT_IMPLEMENTED);
        assertThat(set(
                        api,
                        session,
                        null,
                        item(ProxyType.INTERNET_PER_CONN_FLAGS, ProxyType.PROXY_TYPE_AUTO_PROXY_URL, null),
                        item(
                                ProxyType.INTERNET_PER_CONN_AUTOCONFIG_URL,
                                0,
                                "data:,function FindProxyForURL(u, h) { return 'PROXY ' + h + ':1; ' + u; }")))
                .isTrue();

        assertThat(api.InternetGetProxyInfo(url, url.length(), "server.test", 11, answer, length))
                .isTrue();

        String expected = "PROXY server.test:1; https://server.test/";
        assertThat(answer.toString()).isEqualTo(expected);
        assertThat(length.value).isEqualTo(expected.length());
        assertThat(api.InternetGetProxyInfo(null, 0, "server.test", 11, answer, length))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }
}
