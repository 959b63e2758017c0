package io.github.wininet4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.Secrets;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of exception that makes a call fail leaves one line that says which call, and no secret. */
final class FailureLinesTest {
    private static final String SECRET = Secrets.use("s3cret");
    private static final String HEADERS = "Authorization: " + SECRET + "\r\nCookie: a=" + SECRET;
    private static final String HEAD = "HTTP/1.1 200 OK\r\nSet-Cookie: b=" + SECRET + "\r\n";
    private static final int SHORT = 50;

    /** What a kind of failure leaves: the handle of the line, or null for a call without one. */
    private record Failed(@Nullable HINTERNET handle, String function, int code, String cause) {}

    /** The kinds. */
    private enum Kind {
        NOBODY_LISTENS {
            @Override
            Failed provoke(FailureLinesTest test) throws IOException {
                return test.failedSend(test.request(closedPort(), 0), 12029, "java.net.ConnectException");
            }
        },
        NOBODY_LISTENS_TO_A_CHECK {
            @Override
            Failed provoke(FailureLinesTest test) throws IOException {
                String url = "http://user:" + SECRET + "@127.0.0.1:" + closedPort() + "/" + SECRET;
                assertThat(test.api.InternetCheckConnection(url, 1, 0)).isFalse();
                return new Failed(null, "InternetCheckConnection", 2250, "java.net.ConnectException");
            }
        },
        NOBODY_LISTENS_TO_A_URL {
            @Override
            Failed provoke(FailureLinesTest test) throws IOException {
                HINTERNET session = test.session(InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, 0);
                String url = "http://user:" + SECRET + "@127.0.0.1:" + closedPort() + "/" + SECRET;
                assertThat(test.api.InternetOpenUrl(session, url, HEADERS, -1, 0, 0))
                        .isNull();
                return new Failed(session, "InternetOpenUrl", 12029, "java.net.ConnectException");
            }
        },
        THE_PROXY_IS_DOWN {
            @Override
            Failed provoke(FailureLinesTest test) throws IOException {
                String proxy = "127.0.0.1:" + closedPort();
                HINTERNET session = test.session(InternetFlag.INTERNET_OPEN_TYPE_PROXY, proxy, 0);
                return test.failedSend(test.request(session, "server.test", 80, 0), 12029, "java.net.ConnectException");
            }
        },
        NO_PROXY_CAN_BE_USED {
            @Override
            Failed provoke(FailureLinesTest test) {
                HINTERNET session = test.session(InternetFlag.INTERNET_OPEN_TYPE_PROXY, "host?:80", 0);
                return test.failedSend(test.request(session, "server.test", 80, 0), 12033, "java.io.IOException: no ");
            }
        },
        THE_PROXY_SCRIPT_FAILS {
            @Override
            Failed provoke(FailureLinesTest test) {
                HINTERNET session = test.session(InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG, null, 0);
                test.script(session, "data:,function FindProxyForURL(u,h){ throw u; }");
                HINTERNET request = test.request(session, "server.test", 80, 0);
                return test.failedSend(request, 12166, "io.github.wininet4j.engine.proxy.pac.PacException");
            }
        },
        THE_ANSWER_DOES_NOT_COME {
            @Override
            Failed provoke(FailureLinesTest test) {
                test.server.onConnection(Script.script().awaitRequest().awaitClose());
                HINTERNET request = test.request(test.server.port(), 0);
                test.set(request, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, SHORT);
                return test.failedSend(request, 12002, "java.net.SocketTimeoutException");
            }
        },
        NO_CONNECTION_IS_FREE {
            @Override
            Failed provoke(FailureLinesTest test) {
                test.set(null, InternetOption.INTERNET_OPTION_MAX_CONNS_PER_SERVER, 1);
                test.server.onRequest(
                        Script.script().send(HEAD + "Content-Length: 5\r\n\r\n").awaitClose());
                HINTERNET first = test.request(test.server.port(), 0);
                assertThat(test.api.HttpSendRequest(first, HEADERS, -1, null, 0))
                        .isTrue();
                HINTERNET second = test.api.HttpOpenRequest(test.connect, "GET", "/?" + SECRET, null, null, null, 0, 0);
                test.set(second, InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT, SHORT);
                return test.failedSend(second, 12002, "io.github.wininet4j.engine.net.pool.LeaseTimeoutException");
            }
        },
        THE_CERTIFICATE_IS_NOT_TRUSTED {
            @Override
            Failed provoke(FailureLinesTest test) {
                ScriptedHttpServer secure = ScriptedHttpServer.startTls(
                        TestCertificates.selfSigned().context());
                test.closed = secure;
                HINTERNET request = test.request(
                        secure.port(),
                        InternetFlag.INTERNET_FLAG_SECURE | InternetFlag.INTERNET_FLAG_IGNORE_CERT_CN_INVALID);
                return test.failedSend(request, 12045, "io.github.wininet4j.engine.net.tls.TlsFailure");
            }
        },
        THE_CONNECTION_IS_RESET {
            @Override
            Failed provoke(FailureLinesTest test) {
                Gate reading = new Gate();
                test.server.onRequest(Script.script()
                        .send(HEAD + "Content-Length: 5\r\n\r\n")
                        .hold(reading)
                        .reset());
                HINTERNET request = test.sent();
                reading.open();
                return test.failedRead(request, 12031, "java.net.SocketException");
            }
        },
        A_CHUNK_IS_BROKEN {
            @Override
            Failed provoke(FailureLinesTest test) {
                test.server.onRequest(Script.script()
                        .send(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + SECRET + "\r\n")
                        .close());
                return test.failedRead(test.sent(), 12152, "io.github.wininet4j.engine.http");
            }
        },
        THE_CALLER_IS_INTERRUPTED {
            @Override
            Failed provoke(FailureLinesTest test) {
                HINTERNET request = test.request(test.server.port(), 0);
                Thread.currentThread().interrupt();
                try {
                    return test.failedSend(request, 12017, "io.github.wininet4j.engine.net.CancelledIoException");
                } finally {
                    assertThat(Thread.interrupted()).isTrue();
                }
            }
        },
        THE_CALLER_IS_INTERRUPTED_WHILE_A_SCRIPT_RUNS {
            @Override
            Failed provoke(FailureLinesTest test) {
                HINTERNET session = test.session(InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG, null, 0);
                test.script(session, "data:,function FindProxyForURL(u,h){ return 'DIRECT'; }");
                HINTERNET request = test.request(session, "server.test", 80, 0);
                Thread.currentThread().interrupt();
                try {
                    return test.failedSend(request, 12017, "io.github.wininet4j.engine.proxy.pac.PacException");
                } finally {
                    assertThat(Thread.interrupted()).isTrue();
                }
            }
        },
        THE_HANDLE_IS_CLOSED {
            @Override
            Failed provoke(FailureLinesTest test) {
                Gate asked = new Gate();
                test.server.onConnection(
                        Script.script().awaitRequest().signal(asked).awaitClose());
                HINTERNET session =
                        test.session(InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, InternetFlag.INTERNET_FLAG_ASYNC);
                HINTERNET request = test.request(session, "127.0.0.1", test.server.port(), 0);
                assertThat(test.api.HttpSendRequest(request, HEADERS, -1, null, 0))
                        .isFalse();
                asked.await();
                assertThat(test.api.InternetCloseHandle(request)).isTrue();
                return new Failed(
                        request, "HttpSendRequest", 12017, "io.github.wininet4j.engine.net.CancelledIoException");
            }
        };

        /** Makes one call fail. */
        abstract Failed provoke(FailureLinesTest test) throws IOException;
    }

    private final CapturedLog captured = CapturedLog.withDebug();
    private final ScriptedHttpServer server = ScriptedHttpServer.start();
    private final StatusLog log = new StatusLog();
    private final BackEnd api = WinInets.engine(WinInetConfig.defaults().withTrustStore(TestCertificates.trustStore()));
    private AutoCloseable closed = () -> {};
    private HINTERNET connect;

    @AfterEach
    void close() throws Exception {
        api.close();
        server.close();
        closed.close();
        captured.close();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private HINTERNET session(int access, String proxies, int flags) {
        HINTERNET session = api.InternetOpen("a", access, proxies, null, flags);
        assertThat(session).isNotNull();
        api.InternetSetStatusCallback(session, log);
        return session;
    }

    private HINTERNET request(int port, int flags) {
        return request(session(InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, 0), "127.0.0.1", port, flags);
    }

    private HINTERNET request(HINTERNET session, String host, int port, int flags) {
        connect = api.InternetConnect(session, host, port, "user", SECRET, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        return api.HttpOpenRequest(connect, "GET", "/?token=" + SECRET, null, null, null, flags, 1);
    }

    private void set(@Nullable HINTERNET handle, int option, int value) {
        assertThat(api.InternetSetOption(handle, option, new DwordRef(value), Integer.BYTES))
                .isTrue();
    }

    private void script(HINTERNET session, String url) {
        INTERNET_PER_CONN_OPTION kind = new INTERNET_PER_CONN_OPTION();
        kind.dwOption = ProxyType.INTERNET_PER_CONN_FLAGS;
        kind.dwValue = ProxyType.PROXY_TYPE_AUTO_PROXY_URL;
        INTERNET_PER_CONN_OPTION where = new INTERNET_PER_CONN_OPTION();
        where.dwOption = ProxyType.INTERNET_PER_CONN_AUTOCONFIG_URL;
        where.pszValue = url;
        INTERNET_PER_CONN_OPTION_LIST list = new INTERNET_PER_CONN_OPTION_LIST();
        list.dwSize = list.sizeof();
        list.dwOptionCount = 2;
        list.pOptions = new INTERNET_PER_CONN_OPTION[] {kind, where};
        assertThat(api.InternetSetOption(
                        session, InternetOption.INTERNET_OPTION_PER_CONNECTION_OPTION, list, list.sizeof()))
                .isTrue();
    }

    private HINTERNET sent() {
        HINTERNET request = request(server.port(), 0);
        assertThat(api.HttpSendRequest(request, HEADERS, -1, null, 0)).isTrue();
        return request;
    }

    private Failed failedSend(HINTERNET request, int code, String cause) {
        boolean done = api.HttpSendRequest(request, HEADERS, -1, null, 0);
        assertThat(done ? 0 : api.GetLastError()).isEqualTo(code);
        return new Failed(request, "HttpSendRequest", code, cause);
    }

    private Failed failedRead(HINTERNET request, int code, String cause) {
        boolean done = api.InternetReadFile(request, ByteBuffer.allocate(5), 5, new DwordRef());
        assertThat(done ? 0 : api.GetLastError()).isEqualTo(code);
        return new Failed(request, "InternetReadFile", code, cause);
    }

    private List<String> lines() {
        return captured.records().stream()
                .filter(line -> line.getMessage().contains(" failed with "))
                .peek(line -> assertThat(line.getLevel()).isEqualTo(Level.FINE))
                .map(line -> line.getMessage())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @Rule({"R-PROJ-LOG-1", "R-PROJ-CALL-1"})
    void failureByAnException_leavesOneLineWithItsCauseAndNoSecret(Kind kind) throws IOException {
        Failed failed = kind.provoke(this);

        captured.await(" failed with ");
        assertThat(lines())
                .singleElement()
                .asString()
                .startsWith(failed.function + (failed.handle == null ? "" : " on " + failed.handle) + " failed with "
                        + failed.code + ": " + failed.cause)
                .doesNotContain("\n");
        assertThat(captured.messages()).noneMatch(line -> line.contains(SECRET));
    }
}
