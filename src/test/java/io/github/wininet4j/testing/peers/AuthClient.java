package io.github.wininet4j.testing.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.SecurityFlag;
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

    /** The same in chunks: 0xBB8 is 3,000. */
    private static final byte[] CHUNKS =
            ("BB8\r\n" + "x".repeat(3_000) + "\r\n0\r\n\r\n").getBytes(StandardCharsets.US_ASCII);

    private static final int MAX_SENDINGS = 6;

    private final BackEnd api;
    private final StatusLog log;
    private final HINTERNET session;
    private int sendings;
    private final String host;
    private final int port;
    private boolean secure;

    /** How a request is made. */
    public enum Way {
        /** GET. */
        GET,
        /** POST from memory. */
        POST,
        /** POST whose body, of a length said before, is written after HttpSendRequestEx. */
        STREAMED,
        /** The same with a body in chunks, whose length nobody knows before. */
        CHUNKED
    }

    /**
     * A name and a password.
     *
     * @param user the name
     * @param password the password
     */
    public record Login(String user, String password) {}

    /**
     * Opens a session.
     *
     * @param api where
     * @param log gets the statuses
     * @param proxy the proxy string, or null for none
     * @param host the server's name
     * @param port the server's port
     * @param async whether calls may pend
     */
    public AuthClient(BackEnd api, StatusLog log, @Nullable String proxy, String host, int port, boolean async) {
        this.api = api;
        this.log = log;
        this.host = host;
        this.port = port;
        int flags = async ? InternetFlag.INTERNET_FLAG_ASYNC : 0;
        this.session = proxy == null
                ? api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, flags)
                : api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_PROXY, proxy, "<-loopback>", flags);
        assertThat(session).isNotNull();
        api.InternetSetStatusCallback(session, log);
    }

    /** Speaks TLS with the server from now on, whoever has signed its certificate. */
    public AuthClient securely() {
        secure = true;
        return this;
    }

    private HINTERNET open(HINTERNET connect, String verb, String path) {
        int flags = InternetFlag.INTERNET_FLAG_KEEP_CONNECTION | (secure ? InternetFlag.INTERNET_FLAG_SECURE : 0);
        HINTERNET request = api.HttpOpenRequest(connect, verb, path, null, null, null, flags, 2);
        assertThat(request).isNotNull();
        if (secure) {
            int ignored = SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA
                    | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID
                    | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_DATE_INVALID;
            assertThat(api.InternetSetOption(
                            request, InternetOption.INTERNET_OPTION_SECURITY_FLAGS, new DwordRef(ignored), 4))
                    .isTrue();
        }
        return request;
    }

    /**
     * Makes a request, from the connection to the last byte of the answer.
     *
     * @param path what is asked for
     * @param way how
     * @param toServer who logs on to the server, or null for nobody
     * @param toProxy who logs on to the proxy, or null for nobody
     * @return the status of the response
     */
    public int request(String path, Way way, @Nullable Login toServer, @Nullable Login toProxy) {
        HINTERNET connect = api.InternetConnect(
                session,
                host,
                port,
                toServer == null ? null : toServer.user(),
                toServer == null ? null : toServer.password(),
                ServiceType.INTERNET_SERVICE_HTTP,
                0,
                1);
        assertThat(connect).isNotNull();
        if (toProxy != null) {
            set(connect, InternetOption.INTERNET_OPTION_PROXY_USERNAME, toProxy.user());
            set(connect, InternetOption.INTERNET_OPTION_PROXY_PASSWORD, toProxy.password());
        }
        String verb = way == Way.GET ? "GET" : "POST";
        HINTERNET request = open(connect, verb, path);
        int error = way == Way.GET || way == Way.POST
                ? send(request, way == Way.GET ? new byte[0] : BODY)
                : stream(request, way == Way.CHUNKED);
        assertThat(error).as("error of %s %s", way, path).isZero();
        int status = status(request);
        String body = body(request);
        if (status == 200) {
            assertThat(body).isEqualTo("page");
        }
        api.InternetCloseHandle(request);
        api.InternetCloseHandle(connect);
        return status;
    }

    /** Returns how often a body was written for all requests until now. */
    public int sendings() {
        return sendings;
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
    private int stream(HINTERNET request, boolean chunked) {
        byte[] body = chunked ? CHUNKS : BODY;
        int error = WinInetError.ERROR_INTERNET_FORCE_RETRY;
        for (int i = 0; i < MAX_SENDINGS && isToBeSentAgain(error); i++) {
            INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
            if (chunked) {
                buffers.lpcszHeader = "Transfer-Encoding: chunked";
                buffers.dwHeadersLength = -1;
            } else {
                buffers.dwBufferTotal = body.length;
            }
            sendings++;
            log.clear();
            error = outcome(api.HttpSendRequestEx(request, buffers, null, 0, 0), request);
            if (error == 0) {
                log.clear();
                DwordRef written = new DwordRef();
                error = outcome(api.InternetWriteFile(request, ByteBuffer.wrap(body), body.length, written), request);
            }
            if (error == 0) {
                log.clear();
                error = outcome(api.HttpEndRequest(request, null, 0, 0), request);
            }
            // A peer may close a kept connection as the next request comes; only the program has the body then.
            sendings -= error == WinInetError.ERROR_INTERNET_CONNECTION_RESET ? 1 : 0;
        }
        return error;
    }

    private static boolean isToBeSentAgain(int error) {
        return error == WinInetError.ERROR_INTERNET_FORCE_RETRY
                || error == WinInetError.ERROR_INTERNET_CONNECTION_RESET;
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
        log.awaitReturned(handle);
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
