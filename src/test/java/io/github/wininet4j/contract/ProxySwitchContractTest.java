package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.ProxySettings;
import io.github.wininet4j.host.ProxySettingsSource;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_PROXY_INFO;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The switches between proxies: access types, option 38, and the orders to read the settings anew. */
@ContractTest
final class ProxySwitchContractTest extends HttpFixture {
    private static final int PRECONFIG = InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG;
    private static final int NO_SCRIPT = InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG_WITH_NO_AUTOPROXY;

    private final ScriptedHttpServer proxy;
    private final ScriptedHttpServer other;
    private final AtomicReference<ProxySettings> kept = new AtomicReference<>(ProxySettings.DIRECT);

    ProxySwitchContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        this.proxy = backEnd.closeAfterTest(ScriptedHttpServer.start());
        this.other = backEnd.closeAfterTest(ScriptedHttpServer.start());
        for (ScriptedHttpServer each : new ScriptedHttpServer[] {server, proxy, other}) {
            each.handleAll(request -> Script.script().send(HELLO));
        }
    }

    /** An engine whose user has the settings that are kept. */
    private BackEnd engine() {
        return backEnd.open(config -> config.withProxySettings(new ProxySettingsSource() {
            @Override
            public ProxySettings read(@Nullable String connection) {
                return kept.get();
            }

            @Override
            public void write(@Nullable String connection, ProxySettings settings) {
                kept.set(settings);
            }
        }));
    }

    private static String text(ScriptedHttpServer server) {
        return "127.0.0.1:" + server.port();
    }

    private static ProxySettings listed(ScriptedHttpServer by) {
        return ProxySettings.DIRECT
                .withFlags(ProxyType.PROXY_TYPE_PROXY | ProxyType.PROXY_TYPE_DIRECT)
                .withServers(text(by))
                .withBypass("<-loopback>");
    }

    private static HINTERNET session(BackEnd api, int type) {
        HINTERNET session = api.InternetOpen("test", type, null, null, 0);
        assertThat(session).isNotNull();
        return session;
    }

    private int send(BackEnd api, HINTERNET session) {
        HINTERNET connect = api.InternetConnect(
                session, "127.0.0.1", server.port(), null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        HINTERNET request = api.HttpOpenRequest(connect, "GET", "/x", null, null, null, 0, 2);
        int error = api.HttpSendRequest(request, null, 0, null, 0) ? 0 : api.GetLastError();
        api.InternetCloseHandle(connect);
        return error;
    }

    /** Sends a request of a session, and says who got it. */
    private String way(BackEnd api, HINTERNET session) {
        int direct = server.requests().size();
        int first = proxy.requests().size();
        int second = other.requests().size();
        assertThat(send(api, session)).isZero();
        direct = server.requests().size() - direct;
        first = proxy.requests().size() - first;
        second = other.requests().size() - second;
        assertThat(direct + first + second).isEqualTo(1);
        return direct == 1 ? "server" : first == 1 ? "proxy" : "other";
    }

    @Test
    @Rule({"R-OPEN-2", "R-PROXY-23"})
    void preconfigWithNoAutoProxy_takesTheListAndNoScript() {
        String script = "data:,function FindProxyForURL(u, h) { return 'PROXY " + text(other) + "'; }";
        kept.set(listed(proxy)
                .withFlags(ProxyType.PROXY_TYPE_PROXY | ProxyType.PROXY_TYPE_AUTO_PROXY_URL)
                .withAutoConfig(script, null, 0));
        BackEnd engine = engine();

        assertThat(way(engine, session(engine, PRECONFIG))).isEqualTo("other");
        assertThat(way(engine, session(engine, NO_SCRIPT))).isEqualTo("proxy");

        kept.set(kept.get().withFlags(ProxyType.PROXY_TYPE_AUTO_PROXY_URL));
        BackEnd withScriptAlone = engine();
        assertThat(way(withScriptAlone, session(withScriptAlone, PRECONFIG))).isEqualTo("other");
        assertThat(way(withScriptAlone, session(withScriptAlone, NO_SCRIPT))).isEqualTo("server");

        kept.set(kept.get().withAutoConfig("data:,nonsense(", null, 0));
        BackEnd withNonsense = engine();
        assertThat(send(withNonsense, session(withNonsense, PRECONFIG)))
                .isEqualTo(WinInetError.ERROR_INTERNET_BAD_AUTO_PROXY_SCRIPT);
        assertThat(way(withNonsense, session(withNonsense, NO_SCRIPT))).isEqualTo("server");
    }

    private static void setProxy(BackEnd api, @Nullable HINTERNET handle, int type, @Nullable String servers) {
        INTERNET_PROXY_INFO info = new INTERNET_PROXY_INFO();
        info.dwAccessType = type;
        info.lpszProxy = servers;
        info.lpszProxyBypass = servers == null ? null : "<-loopback>";
        assertThat(api.InternetSetOption(handle, InternetOption.INTERNET_OPTION_PROXY, info, info.sizeof()))
                .isTrue();
    }

    @Test
    @Rule("R-OPTN-38")
    void proxy_ofASession_holdsForItsNextRequestsAndForNoOtherSession() {
        HINTERNET session = session(api, InternetFlag.INTERNET_OPEN_TYPE_DIRECT);
        HINTERNET another = session(api, InternetFlag.INTERNET_OPEN_TYPE_DIRECT);
        HINTERNET preconfigured = session(api, PRECONFIG);
        assertThat(way(api, session)).isEqualTo("server");

        setProxy(api, session, InternetFlag.INTERNET_OPEN_TYPE_PROXY, text(proxy));
        assertThat(way(api, session)).isEqualTo("proxy");
        setProxy(api, session, InternetFlag.INTERNET_OPEN_TYPE_PROXY, text(other));
        assertThat(way(api, session)).isEqualTo("other");
        setProxy(api, session, InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null);

        assertThat(way(api, session)).isEqualTo("server");
        setProxy(api, session, InternetFlag.INTERNET_OPEN_TYPE_PROXY, text(proxy));
        assertThat(way(api, another)).isEqualTo("server");
        assertThat(way(api, preconfigured)).isEqualTo("server");
    }

    @Test
    @Rule({"R-OPTN-38", "R-OPT-15"})
    void proxy_ofTheNullHandle_holdsForAllPreconfiguredSessions_oldAndNew() {
        HINTERNET before = session(api, PRECONFIG);
        HINTERNET direct = session(api, InternetFlag.INTERNET_OPEN_TYPE_DIRECT);

        setProxy(api, null, InternetFlag.INTERNET_OPEN_TYPE_PROXY, text(proxy));

        assertThat(way(api, before)).isEqualTo("proxy");
        assertThat(way(api, session(api, PRECONFIG))).isEqualTo("proxy");
        assertThat(way(api, session(api, NO_SCRIPT))).isEqualTo("proxy");
        assertThat(way(api, direct)).isEqualTo("server");
        setProxy(api, null, InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null);
        assertThat(way(api, before)).isEqualTo("server");
        setProxy(api, null, InternetFlag.INTERNET_OPEN_TYPE_PROXY, text(other));
        assertThat(way(api, before)).isEqualTo("other");
        setProxy(api, null, PRECONFIG, null);
        assertThat(way(api, before)).isEqualTo("server");
    }

    @Test
    @Rule({"R-OPTN-38", "R-OPT-15", "R-PROXY-15"})
    void proxy_ofTheNullHandle_isKeptNowhere() {
        kept.set(listed(proxy));
        BackEnd engine = engine();

        setProxy(engine, null, InternetFlag.INTERNET_OPEN_TYPE_PROXY, text(other));

        assertThat(way(engine, session(engine, PRECONFIG))).isEqualTo("other");
        assertThat(kept.get().servers()).isEqualTo(text(proxy));
        setProxy(engine, null, PRECONFIG, null);
        assertThat(way(engine, session(engine, PRECONFIG))).isEqualTo("proxy");
    }

    /** Each order alone lets new settings hold, on each handle that takes it. */
    @ParameterizedTest
    @Rule({"R-OPTN-37", "R-OPTN-39", "R-OPTN-95", "R-PROXY-15", "R-PROXY-21"})
    @CsvSource({
        "37, null",
        "37, session",
        "39, null",
        "39, session",
        "39, connection",
        "39, request",
        "95, null",
        "95, connection",
        "95, request"
    })
    void orderToReadTheSettingsAnew_alone_letsTheNewOnesHold(int option, String on) {
        BackEnd engine = engine();
        HINTERNET session = session(engine, PRECONFIG);
        assertThat(way(engine, session)).isEqualTo("server");
        kept.set(listed(proxy));
        assertThat(way(engine, session)).isEqualTo("server");
        HINTERNET connect = engine.InternetConnect(
                session, "127.0.0.1", server.port(), null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        HINTERNET request = engine.HttpOpenRequest(connect, "GET", "/x", null, null, null, 0, 2);
        HINTERNET handle = switch (on) {
            case "session" -> session;
            case "connection" -> connect;
            case "request" -> request;
            default -> null;
        };

        assertThat(engine.InternetSetOption(handle, option, null, 0)).isTrue();

        assertThat(way(engine, session)).isEqualTo("proxy");
        kept.set(ProxySettings.DIRECT);
        assertThat(way(engine, session)).isEqualTo("proxy");
        assertThat(engine.InternetSetOption(handle, option, null, 0)).isTrue();
        assertThat(way(engine, session)).isEqualTo("server");
    }

    @Test
    @Rule("R-OPTN-103")
    void connectionsPerProxy_outOfRange_areRefusedAndChangeNothing() {
        DwordRef value = new DwordRef();
        for (int wrong : new int[] {0, 1, 129, -1}) {
            assertThat(api.InternetSetOption(
                            null, InternetOption.INTERNET_OPTION_MAX_CONNS_PER_PROXY, new DwordRef(wrong), 4))
                    .isFalse();
        }
        for (int right : new int[] {2, 128}) {
            assertThat(api.InternetSetOption(
                            null, InternetOption.INTERNET_OPTION_MAX_CONNS_PER_PROXY, new DwordRef(right), 4))
                    .isTrue();
            assertThat(api.InternetQueryOption(
                            null, InternetOption.INTERNET_OPTION_MAX_CONNS_PER_PROXY, value, new DwordRef(4)))
                    .isTrue();
            assertThat(value.value).isEqualTo(right);
        }
    }
}
