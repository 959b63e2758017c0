package io.github.wininet4j.testing.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A client that logs on, by a proxy or not, with one request at a time. */
public final class AuthClient {
    /** The body of requests that have one. */
    private static final byte[] BODY = "x".repeat(3_000).getBytes(StandardCharsets.US_ASCII);

    private static final int MAX_SENDINGS = 6;

    private final BackEnd api;
    private final StatusLog log;
    private final HINTERNET session;
    private final int port;

    /** How a request is made. */
    public enum Way {
        /** GET. */
        GET,
        /** POST from memory. */
        POST,
        /** POST whose body is written after HttpSendRequestEx. */
        STREAMED
    }

    /** What the client knows. */
    public enum Password {
        /** The right password. */
        RIGHT,
        /** A wrong one. */
        WRONG,
        /** No name and no password. */
        NONE
    }

    /** Opens a session and a connection. */
    public AuthClient(BackEnd api, StatusLog log, @Nullable SquidProxy proxy, int port, boolean async) {
        this.api = api;
        this.log = log;
        this.port = port;
        int flags = async ? InternetFlag.INTERNET_FLAG_ASYNC : 0;
        this.session = proxy == null
                ? api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, flags)
                : api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_PROXY, proxy.proxy(), "<-loopback>", flags);
        assertThat(session).isNotNull();
        api.InternetSetStatusCallback(session, log);
    }

    /** Makes a request and returns the status of the response. */
    public int request(String target, Way way, Password password, boolean toProxy, boolean toServer) {
        String user = target.startsWith("/ntlm") ? "DOM\\bob" : "bob";
        boolean known = password != Password.NONE;
        String forServer = password == Password.RIGHT ? ApacheServer.PASSWORD : "Wr0ng-password";
        HINTERNET connect = api.InternetConnect(
                session,
                "127.0.0.1",
                port,
                known && toServer ? user : null,
                known && toServer ? forServer : null,
                ServiceType.INTERNET_SERVICE_HTTP,
                0,
                1);
        assertThat(connect).isNotNull();
        if (known && toProxy) {
            set(connect, InternetOption.INTERNET_OPTION_PROXY_USERNAME, "bob");
            String forProxy = password == Password.RIGHT ? SquidProxy.PASSWORD : "Wr0ng-password";
            set(connect, InternetOption.INTERNET_OPTION_PROXY_PASSWORD, forProxy);
        }
        String verb = way == Way.GET ? "GET" : "POST";
        HINTERNET request = api.HttpOpenRequest(
                connect, verb, target, null, null, null, InternetFlag.INTERNET_FLAG_KEEP_CONNECTION, 2);
        assertThat(request).isNotNull();
        int error = way == Way.STREAMED ? stream(request) : send(request, way == Way.GET ? new byte[0] : BODY);
        assertThat(error).isZero();
        int status = status(request);
        if (status == 200) {
            assertThat(body(request)).isEqualTo("page");
        }
        api.InternetCloseHandle(request);
        api.InternetCloseHandle(connect);
        return status;
    }

    private void set(HINTERNET handle, int option, String value) {
        assertThat(api.InternetSetOption(handle, option, new TextBuffer(value), value.length()))
                .isTrue();
    }

    private int send(HINTERNET request, byte[] body) {
        log.clear();
        return outcome(api.HttpSendRequest(request, null, 0, ByteBuffer.wrap(body), body.length), request);
    }

    /** Writes the body anew for as long as the response is that it has to be (R-AUTH-15). */
    private int stream(HINTERNET request) {
        int error = WinInetError.ERROR_INTERNET_FORCE_RETRY;
        for (int i = 0; i < MAX_SENDINGS && error == WinInetError.ERROR_INTERNET_FORCE_RETRY; i++) {
            INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
            buffers.dwBufferTotal = BODY.length;
            log.clear();
            error = outcome(api.HttpSendRequestEx(request, buffers, null, 0, 0), request);
            if (error == 0) {
                log.clear();
                DwordRef written = new DwordRef();
                error = outcome(api.InternetWriteFile(request, ByteBuffer.wrap(BODY), BODY.length, written), request);
            }
            if (error == 0) {
                log.clear();
                error = outcome(api.HttpEndRequest(request, null, 0, 0), request);
            }
        }
        return error;
    }

    private int outcome(boolean result, HINTERNET handle) {
        if (result) {
            return 0;
        }
        int error = api.GetLastError();
        if (error != Win32Error.ERROR_IO_PENDING) {
            return error;
        }
        INTERNET_ASYNC_RESULT done = log.awaitComplete(handle);
        return done.dwResult != 0 ? 0 : done.dwError;
    }

    private int status(HINTERNET request) {
        DwordRef status = new DwordRef();
        int level = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        assertThat(api.HttpQueryInfo(request, level, status, new DwordRef(4), null))
                .isTrue();
        return status.value;
    }

    private String body(HINTERNET request) {
        StringBuilder text = new StringBuilder();
        ByteBuffer piece = ByteBuffer.allocate(100);
        while (true) {
            log.clear();
            piece.clear();
            DwordRef count = new DwordRef();
            int error = outcome(api.InternetReadFile(request, piece, piece.capacity(), count), request);
            assertThat(error).isZero();
            if (count.value == 0) {
                return text.toString();
            }
            text.append(new String(piece.array(), 0, count.value, StandardCharsets.US_ASCII));
        }
    }
}
