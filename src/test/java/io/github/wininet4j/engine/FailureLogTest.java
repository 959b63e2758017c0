package io.github.wininet4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.LogCapture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the log says about calls that fail. */
final class FailureLogTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final LogCapture captured = LogCapture.start();
    private final ScriptedHttpServer server = ScriptedHttpServer.start();
    private final StatusLog log = new StatusLog();
    private final BackEnd api = WinInets.engine(WinInetConfig.isolated());

    @AfterEach
    void close() {
        api.close();
        server.close();
        captured.close();
    }

    @Test
    @Rule("R-PROJ-CONN-1")
    void waitForAConnectionThatTimesOut_isLoggedWithTheHandlesThatHoldThem() {
        server.handleAll(request -> Script.script().send(HELLO));
        Conversation client = Conversation.sync(api, log, server);
        HINTERNET first = client.get("/1");
        HINTERNET second = client.get("/2");
        HINTERNET third = client.openRequest("/3");
        assertThat(api.InternetSetOption(third, InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT, new DwordRef(50), 4))
                .isTrue();

        client.send(third);

        assertThat(captured.messages(Level.WARNING))
                .singleElement()
                .asString()
                .contains("127.0.0.1:" + server.port(), "request " + first, "request " + second);
    }

    private void assertOneLine(HINTERNET request, String function, int code, String cause) {
        assertThat(captured.messages(Level.FINE).stream()
                        .filter(line -> line.contains("failed with"))
                        .toList())
                .singleElement()
                .asString()
                .startsWith(function + " on " + request + " failed with " + code + ": " + cause)
                .doesNotContain("\n");
    }

    @Test
    @Rule("R-PROJ-LOG-1")
    void refusedConnection_isLogged_withoutTheSecretsOfTheRequest() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        HINTERNET session = api.InternetOpen("a", 1, null, null, 0);
        HINTERNET connect = api.InternetConnect(session, "127.0.0.1", port, "user", "s3cret", 3, 0, 0);
        HINTERNET request = api.HttpOpenRequest(connect, "GET", "/?token=s3cret", null, null, null, 0, 0);

        assertThat(api.HttpSendRequest(request, "Authorization: s3cret", -1, null, 0))
                .isFalse();

        assertOneLine(request, "HttpSendRequest", 12029, "java.net.ConnectException");
        assertThat(captured.messages(Level.FINE)).noneMatch(line -> line.contains("s3cret"));
    }

    @Test
    @Rule("R-PROJ-LOG-1")
    void unknownHost_ofAnAsynchronousRequest_isLogged() {
        BackEnd unknown = WinInets.engine(WinInetConfig.isolated().withResolver(host -> {
            throw new UnknownHostException(host);
        }));
        Conversation client = Conversation.with(unknown, log, "nowhere.test", 80, InternetFlag.INTERNET_FLAG_ASYNC, 0);
        HINTERNET request = client.openRequest("/");

        client.send(request);

        assertOneLine(request, "HttpSendRequest", 12007, "java.net.UnknownHostException: nowhere.test");
        unknown.close();
    }

    @Test
    @Rule("R-PROJ-LOG-1")
    void failedHandshake_isLoggedWithItsCauses() {
        server.onConnection(Script.script().send("this is not TLS\r\n").awaitClose());
        Conversation client = Conversation.with(api, log, "127.0.0.1", server.port(), 0, 0);
        HINTERNET request = client.openRequest("GET", "/", InternetFlag.INTERNET_FLAG_SECURE);

        client.send(request);

        assertOneLine(request, "HttpSendRequest", 12157, "io.github.wininet4j.engine.net.tls.TlsFailure");
        assertThat(captured.messages(Level.FINE)).anyMatch(line -> line.contains("javax.net.ssl.SSLException"));
    }

    @Test
    @Rule("R-PROJ-LOG-1")
    void failureThatIsOnlyACode_isNotLogged() {
        assertThat(api.HttpSendRequest(null, null, 0, null, 0)).isFalse();

        assertThat(captured.messages(Level.FINE)).noneMatch(line -> line.contains("failed with"));
    }
}
