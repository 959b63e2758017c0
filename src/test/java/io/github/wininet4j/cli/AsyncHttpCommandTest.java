package io.github.wininet4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.wininet4j.testing.PatternedBytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** asynchttp against the JDK's server. */
final class AsyncHttpCommandTest {
    private static final int SIZE = 300_000;
    private static final byte[] BODY = PatternedBytes.bytes(0, SIZE);

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/body", exchange -> answer(exchange, 200, BODY));
        server.createContext("/missing", exchange -> answer(exchange, 404, new byte[10]));
        server.createContext("/empty", exchange -> answer(exchange, 200, new byte[0]));
        server.createContext(
                "/echo",
                exchange -> answer(exchange, 200, exchange.getRequestBody().readAllBytes()));
        server.createContext("/short", exchange -> {
            exchange.sendResponseHeaders(200, SIZE);
            exchange.getResponseBody().write(BODY, 0, 1000);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("X-Test"));
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static Ran run(String... args) {
        List<String> all = new ArrayList<>(List.of("asynchttp"));
        all.addAll(Arrays.asList(args));
        return Ran.main(all.toArray(String[]::new));
    }

    private String save(String name) {
        return "--output=" + folder.resolve(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"natural", "at-once", "pending", "seed:1", "seed:2"})
    void asynchttp_withEachPolicyAndReadMethod_savesTheBody(String policy) {
        for (String method : List.of("file", "ex", "available")) {
            String name = method + "-file";

            Ran ran = run("--policy", policy, "--read", method, save(name), url("/body"));

            assertThat(ran.code()).as(ran.out()).isZero();
            assertThat(folder.resolve(name)).hasBinaryContent(BODY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"natural", "at-once", "pending", "seed:3"})
    void asynchttp_withOpenUrl_savesTheBody(String policy) {
        Ran ran = run("--openurl", "--policy", policy, "--header=X-Test: yes", save("a"), url("/body"));

        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(folder.resolve("a")).hasBinaryContent(BODY);
        assertThat(ran.out()).contains("InternetOpenUrl(").doesNotContain("HttpOpenRequest(");
        assertThat(seen).containsExactly("GET /body yes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"natural", "at-once", "pending", "seed:4"})
    void asynchttp_withPost_sendsTheFile(String policy) throws Exception {
        Path file = Files.write(folder.resolve("up"), BODY);

        Ran ran = run("--post", file.toString(), "--policy", policy, save("down"), url("/echo"));

        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(folder.resolve("down")).hasBinaryContent(BODY);
        assertThat(ran.out()).contains("HttpSendRequestEx(", "InternetWriteFile(", "HttpEndRequest(");
        assertThat(seen).containsExactly("POST /echo null");
    }

    @Test
    void asynchttp_withEmptyPost_sendsAndReceivesNothing() throws Exception {
        Path file = Files.createFile(folder.resolve("up"));

        Ran ran = run("--verb=PUT", "--post=" + file, save("down"), url("/echo"));

        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(folder.resolve("down")).isEmptyFile();
        assertThat(seen).containsExactly("PUT /echo null");
    }

    @Test
    void asynchttp_traced_showsCallsErrorsAndDecodedCallbacks() {
        String out = run("--policy=pending", url("/body")).out();

        assertThat(out)
                .contains("InternetOpen(\"wininet4j asynchttp\", 0, NULL, NULL, 0x10000000) = 0x")
                .containsPattern("HttpSendRequest\\(0x\\w+, NULL, 0, NULL, 0\\) = FALSE, ERROR_IO_PENDING \\(997\\)")
                .containsPattern("<- INTERNET_STATUS_HANDLE_CREATED hInternet=0x\\w+ dwContext=1 info=0x\\w+ length=8")
                .contains("info=\"127.0.0.1\" length=10")
                .containsPattern("INTERNET_STATUS_REQUEST_SENT hInternet=0x\\w+ dwContext=1 info=[1-9]\\d* length=4")
                .contains("info={dwResult=0x1, dwError=0} length=16")
                .containsPattern("InternetCloseHandle\\(0x\\w+\\) = TRUE")
                .containsPattern("#1 \\[\\S+\\]   <- INTERNET_STATUS_HANDLE_CLOSING")
                .contains("more calls to read the body");
    }

    @Test
    void asynchttp_verbose_showsEachReadCall() {
        String out = run("--verbose", "--policy=pending", url("/body")).out();

        // 300,000 bytes through a buffer of 65,536, and the call that finds the end.
        assertThat(out.split("InternetReadFile\\(", -1)).hasSize(1 + 6);
        assertThat(out).doesNotContain("more calls to read the body");
    }

    @Test
    void asynchttp_manyRequests_areTracedOnlyWhenVerbose() {
        String out = run("--repeat=9", url("/empty")).out();

        assertThat(out).doesNotContain("HttpSendRequest").contains("9 of 9 succeeded");
        assertThat(seen).hasSize(9);
        assertThat(run("--repeat=9", "--verbose", url("/empty")).out()).contains("#9 [");
    }

    @Test
    void asynchttp_quiet_showsFailuresAndTotalsOnly() {
        Ran ran = run("--quiet", url("/empty"), url("/missing"));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out().lines()).hasSize(3);
        assertThat(ran.out()).contains("404").contains("1 of 2 succeeded").doesNotContain("/empty");
    }

    @Test
    void asynchttp_errorStatus_failsButSavesTheBody() {
        Ran ran = run(save("page"), url("/missing"));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(folder.resolve("page")).hasBinaryContent(new byte[10]);
        assertThat(lastTwoLines(ran)).containsPattern("1\\s+404\\s+10\\s+\\d+\\.\\d{3} s\\s+-\\s+" + url("/missing"));
    }

    @Test
    void asynchttp_refusedConnection_namesTheError() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        for (String way : List.of("--openurl", "--verb=GET")) {
            Ran ran = run(way, save("a"), "http://127.0.0.1:" + free + "/");

            assertThat(ran.code()).isEqualTo(1);
            assertThat(lastTwoLines(ran)).contains("ERROR_INTERNET_CANNOT_CONNECT (12029)");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void asynchttp_bodyThatEndsEarly_failsAndLeavesNoFile() {
        Ran ran = run(save("a"), url("/short"));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void asynchttp_severalUrls_savesEachToTheFolder() {
        Ran ran = run(save("all"), "--repeat=2", "--max-connections=4", url("/body"), url("/echo"));

        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(folder.resolve("all/body")).hasBinaryContent(BODY);
        assertThat(folder.resolve("all/body.2")).hasBinaryContent(BODY);
        assertThat(folder.resolve("all/echo")).isEmptyFile();
        assertThat(folder.resolve("all/echo.2")).isEmptyFile();
        assertThat(ran.out()).contains("INTERNET_OPTION_MAX_CONNS_PER_SERVER");
    }

    @Test
    void asynchttp_existingFile_isKeptUnlessForced() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "old");

        assertThat(run(save("a"), url("/body")).code()).isEqualTo(2);
        assertThat(file).hasContent("old");
        assertThat(seen).isEmpty();
        assertThat(run("--force", save("a"), url("/body")).code()).isZero();
        assertThat(file).hasBinaryContent(BODY);
    }

    @Test
    void asynchttp_progress_isDrawnInPlaceAndStaysComplete() {
        String out = run("--progress=always", "--repeat=20", "--read=ex", url("/body"))
                .out();

        assertThat(out).contains("\r[").contains("[========================] 100%  20/20  5.7 MiB");
        assertThat(run("--progress=never", url("/body")).out()).doesNotContain("\r");
    }

    @Test
    void asynchttp_head_expectsNoBody() {
        Ran ran = run("--verb=HEAD", url("/empty"));

        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(seen).containsExactly("HEAD /empty null");
    }

    private static String lastTwoLines(Ran ran) {
        List<String> lines = ran.out().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 2), lines.size()));
    }
}
