package io.github.wininet4j.bench.percall;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.bench.client.Cookies;
import io.github.wininet4j.bench.client.Facade;
import io.github.wininet4j.bench.client.Target;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What one call costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PerCall {
    private static final String URL = "http://user:secret@www.example.org:8080/a/b/../c d?query=1#fragment";

    /** The back end, by name. */
    @Param({"engine", "native"})
    public String backEnd;

    private static final int COOKIES = 10_000;
    private static final String COOKIE_URL = Cookies.url(COOKIES / 2);

    private final DwordRef length = new DwordRef();
    private final DwordRef value = new DwordRef();
    private final TextBuffer text = new TextBuffer(256);
    private final TextBuffer cookies = new TextBuffer(1_024);
    private BackEnd wininet;
    private HINTERNET connection;
    private HINTERNET request;

    /**
     * Opens the back end and gets one answer, from the server that the property {@code bench.port} names.
     *
     * @throws Exception if that fails
     */
    @Setup
    public void open() throws Exception {
        int port = Integer.getInteger("bench.port", 80);
        wininet = Facade.open(backEnd, Target.plain(port, 2, 1));
        HINTERNET session = wininet.InternetOpen("bench", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        connection = wininet.InternetConnect(
                session, "127.0.0.1", port, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 0);
        request = wininet.HttpOpenRequest(connection, null, "/b128", null, null, null, 0, 0);
        Facade.check(wininet, "HttpSendRequest", wininet.HttpSendRequest(request, null, 0, null, 0));
        for (int i = 0; i < COOKIES; i++) {
            Cookies.set(wininet, Cookies.url(i), i);
        }
    }

    /** Closes the back end. */
    @TearDown
    public void close() {
        wininet.close();
    }

    /** Opens and closes a request handle. */
    @Benchmark
    public boolean openAndCloseHandle() {
        return wininet.InternetCloseHandle(wininet.HttpOpenRequest(connection, null, "/", null, null, null, 0, 0));
    }

    /** Takes a URL apart, parts as views of the URL. */
    @Benchmark
    public URL_COMPONENTS internetCrackUrl() {
        URL_COMPONENTS parts = new URL_COMPONENTS();
        parts.dwSchemeLength = 1;
        parts.dwHostNameLength = 1;
        parts.dwUserNameLength = 1;
        parts.dwPasswordLength = 1;
        parts.dwUrlPathLength = 1;
        parts.dwExtraInfoLength = 1;
        Facade.check(wininet, "InternetCrackUrl", wininet.InternetCrackUrl(URL, 0, 0, parts));
        return parts;
    }

    /** Brings a URL into canonical form. */
    @Benchmark
    public TextBuffer internetCanonicalizeUrl() {
        length.value = text.capacity();
        Facade.check(wininet, "InternetCanonicalizeUrl", wininet.InternetCanonicalizeUrl(URL, text, length, 0));
        return text;
    }

    /** Asks for the status code as a number. */
    @Benchmark
    public int httpQueryInfoStatusCode() {
        length.value = Integer.BYTES;
        int level = HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER;
        Facade.check(wininet, "HttpQueryInfo", wininet.HttpQueryInfo(request, level, value, length, null));
        return value.value;
    }

    /** Asks for a header as text. */
    @Benchmark
    public TextBuffer httpQueryInfoContentType() {
        length.value = text.sizeof();
        Facade.check(
                wininet,
                "HttpQueryInfo",
                wininet.HttpQueryInfo(request, HttpQuery.HTTP_QUERY_CONTENT_TYPE, text, length, null));
        return text;
    }

    /** Reads an option. */
    @Benchmark
    public int queryOption() {
        length.value = Integer.BYTES;
        int option = InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT;
        Facade.check(wininet, "InternetQueryOption", wininet.InternetQueryOption(connection, option, value, length));
        return value.value;
    }

    /** Sets an option. */
    @Benchmark
    public void setOption() {
        Facade.set(wininet, connection, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, 30_000);
    }

    /** Reads the cookies of one site out of a jar of 10,000. */
    @Benchmark
    public TextBuffer internetGetCookie() {
        length.value = cookies.capacity();
        Facade.check(wininet, "InternetGetCookie", wininet.InternetGetCookie(COOKIE_URL, null, cookies, length));
        return cookies;
    }

    /** Replaces one cookie of a jar of 10,000. */
    @Benchmark
    public void internetSetCookie() {
        Cookies.set(wininet, COOKIE_URL, COOKIES / 2);
    }
}
