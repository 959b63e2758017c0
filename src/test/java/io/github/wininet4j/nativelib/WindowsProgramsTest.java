package io.github.wininet4j.nativelib;

import static io.github.wininet4j.testing.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.nativelib.CPrograms.Ran;
import io.github.wininet4j.testing.RecordedRequest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.ScriptedHttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small programs in the style of Windows: built unchanged with the line of pkg-config alone, and run. */
@Rule("R-PROJ-C-6")
final class WindowsProgramsTest {
    private static final Path SAMPLES = CPrograms.STUBS.resolve("samples/windows");
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @TempDir
    private Path folder;

    private Ran run(String sample, String... arguments) {
        boolean isCpp = sample.endsWith(".cpp");
        Path program = CPrograms.compileByPkgConfig(
                isCpp ? "g++" : "cc", isCpp ? "wininet-c++" : "wininet", SAMPLES.resolve(sample), folder);
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return CPrograms.run(CPrograms.onEngine(Map.of("LC_ALL", "C")), command);
    }

    @Test
    void geturl_writesThePage() {
        try (ScriptedHttpServer server = ScriptedHttpServer.start().handle("/page", HELLO)) {
            assertThat(run("geturl.c", server.url("/page")).ok().output()).isEqualTo("hello\n5 bytes\n");
            assertThat(server.takeRequest().header("User-Agent")).isEqualTo("geturl/1.0");
        }
    }

    @Test
    void geturl_ofNoUrl_saysTheError() {
        Ran ran = run("geturl.c", "nonsense");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.output()).isEqualTo("InternetOpenUrl failed, error 12006\n");
    }

    @Test
    void postform_postsTheFields() {
        try (ScriptedHttpServer server = ScriptedHttpServer.start().handle("/form", HELLO)) {
            Ran ran = run("postform.c", "127.0.0.1", Integer.toString(server.port()), "/form", "a=1", "b=two");

            assertThat(ran.ok().output()).isEqualTo("status 200\nhello");
            RecordedRequest request = server.takeRequest();
            assertThat(request.requestLine()).isEqualTo("POST /form HTTP/1.1");
            assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
            assertThat(request.bodyText()).isEqualTo("a=1&b=two");
        }
    }

    @Test
    void ftpget_listsAndFetches() throws IOException {
        try (ScriptedFtpServer server = ScriptedFtpServer.start()) {
            server.listing(FtpProgramTest.LISTING).file("one.txt", "first");
            Path local = folder.resolve("local.txt");

            Ran ran = run("ftpget.c", "127.0.0.1", Integer.toString(server.port()), "one.txt", local.toString());

            assertThat(ran.ok().output()).isEqualTo("""
                    folder /
                    2020-01-02       4096 d folder
                    2020-01-02          5 - one.txt
                    2020-01-02          6 - two.txt
                    2020-01-02          7 - x
                    fetched one.txt
                    """);
            assertThat(local).hasContent("first");
        }
    }

    @Test
    void async_waitsForItsCallbacks() {
        String body = "x".repeat(5000);
        try (ScriptedHttpServer server =
                ScriptedHttpServer.start().handle("/slow", "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + body)) {
            assertThat(run("async.c", server.url("/slow")).ok().output())
                    .isEqualTo("5000 bytes, many statuses, in time\n");
        }
    }

    @Test
    void tgeturl_builtForUnicode_savesThePage() {
        try (ScriptedHttpServer server = ScriptedHttpServer.start().handle("/page", HELLO)) {
            String url = server.url("/page");
            Path saved = folder.resolve("größe.html");

            Ran ran = run("tgeturl.c", url, saved.toString());

            assertThat(ran.ok().output()).isEqualTo("tgeturl/1.0 reads " + url.length() + " characters of URL\n");
            assertThat(saved).hasContent("hello");
            RecordedRequest request = server.takeRequest();
            assertThat(request.header("User-Agent")).isEqualTo("tgeturl/1.0");
            assertThat(request.header("X-Name")).isEqualTo("value");
        }
    }

    @Test
    void whead_ofWideArguments_printsTheHeaders() {
        try (ScriptedHttpServer server = ScriptedHttpServer.start()
                .handle("/page", "HTTP/1.1 200 OK\r\nX-Wide: yes\r\nContent-Length: 5\r\n\r\n")) {
            assertThat(run("whead.c", server.url("/page")).ok().output()).isEqualTo("""
                    host 127.0.0.1, path /page, plain
                    [HTTP/1.1 200 OK]
                    [X-Wide: yes]
                    [Content-Length: 5]
                    """);
        }
    }

    @Test
    void dynload_findsTheFunctionsAtRunTime() {
        try (ScriptedHttpServer server = ScriptedHttpServer.start().handle("/page", HELLO)) {
            assertThat(run("dynload.c", server.url("/page")).ok().output())
                    .isEqualTo("InternetOpenQ: 127\nnosuch.dll: 126\nhello\n");
        }
    }

    @Test
    void headers_queriesNumbersTimesAndRepeatedHeaders() {
        try (ScriptedHttpServer server = ScriptedHttpServer.start().handle("/page", """
                HTTP/1.1 200 OK\r
                Content-Length: 5\r
                X-Part: one\r
                Last-Modified: Thu, 02 Jan 2020 03:04:05 GMT\r
                X-Part: two\r
                \r
                hello""")) {
            assertThat(run("headers.c", server.url("/page")).ok().output()).isEqualTo("""
                    status     200
                    length     5
                    age        error 12150
                    modified   Thu, 02 Jan 2020 03:04:05 GMT (01d5c1194ac40080)
                    X-Part     one, next is 1
                    X-Part     two, next is 2
                    end        not found
                    """);
        }
    }

    @Test
    void crackurl_takesAUrlApart() {
        assertThat(run("crackurl.c", "http://me@host.example:8080/a/b c?q=1#f")
                        .ok()
                        .output())
                .isEqualTo("""
                scheme   |http|
                host     |host.example|
                port      8080 (own)
                user     |me|
                path     |/a/b c|
                extra    |?q=1#f|
                canonical http://me@host.example:8080/a/b%20c?q=1#f
                combined  http://me@host.example:8080/other (33, 0xff, -5000000000)
                too small: needs more
                """);
    }

    @Test
    void readex_readsWhatIsThere() {
        try (ScriptedHttpServer server = ScriptedHttpServer.start().handle("/page", HELLO)) {
            assertThat(run("readex.c", server.url("/page")).ok().output())
                    .isEqualTo("5 bytes, sum 00000214, in parts, fast\n");
        }
    }

    @Test
    void errors_hasTheTextOfEachError() throws IOException {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = unused.getLocalPort();
        }
        Ran ran = run("errors.c", "http://127.0.0.1:" + port + "/");

        assertThat(ran.ok().output()).isEqualTo("""
                InternetOpenUrl failed with error 12029: No connection to the server or proxy could be made.
                InternetOpenUrl failed with error 12006: The URL has no scheme, or one that is not known or not \
                supported.
                InternetCloseHandle failed with error 6: The handle is null, closed or not one of this library.
                no text for 12999: 317
                the system does not have it: 317
                too small: 122
                wide: The time allowed for the operation is over. |
                """);
        assertThat(ran.errors()).isEqualTo("errors: over\n");
    }

    @Test
    void cookies_areSetAndSent() {
        try (ScriptedHttpServer server = ScriptedHttpServer.start()
                .handle(
                        "/page",
                        request -> script().send("HTTP/1.1 200 OK\r\nSet-Cookie: from=server\r\nContent-Length: "
                                + request.header("Cookie").length() + "\r\n\r\n" + request.header("Cookie")))) {
            assertThat(run("cookies.c", server.url("/page")).ok().output()).isEqualTo("""
                    InternetGetCookie: 259
                    cookies: flavour=ginger; size=large
                    server: flavour=ginger; size=large
                    cookies: flavour=ginger; size=large; from=server
                    """);
        }
    }

    @Test
    void cachelist_listsWhatWasFetched() {
        try (ScriptedHttpServer server = ScriptedHttpServer.start().handle("/cached", """
                HTTP/1.1 200 OK\r
                Cache-Control: max-age=1000\r
                Last-Modified: Thu, 02 Jan 2020 03:04:05 GMT\r
                Content-Length: 5\r
                \r
                hello""")) {
            assertThat(run("cachelist.c", server.url("/cached")).ok().output())
                    .isEqualTo("visited: none\n/cached: 5 bytes of 2020-01-02, past\n1 entries, the end\n");
        }
    }

    @Test
    void pool_sharesTheWorkAmongThreads() {
        try (ScriptedHttpServer server = ScriptedHttpServer.start().handle("/page", HELLO)) {
            assertThat(run("pool.c", server.url("/page"), "40").ok().output())
                    .isEqualTo("40 done, 0 failed, 200 bytes, codes 10, last wait timed out\n");
        }
    }

    @Test
    void upload_sendsPartByPart() {
        try (ScriptedHttpServer server = ScriptedHttpServer.start().handle("/up", HELLO)) {
            Ran ran = run("upload.c", "127.0.0.1", Integer.toString(server.port()), "/up", "20");

            assertThat(ran.ok().output()).isEqualTo("20000 bytes sent, status 200\n");
            RecordedRequest request = server.takeRequest();
            assertThat(request.header("X-Upload")).isEqualTo("yes");
            assertThat(request.body()).hasSize(20_000);
        }
    }

    @Test
    void standard_writesByItsHandles() {
        try (ScriptedHttpServer server = ScriptedHttpServer.start().handle("/page", HELLO)) {
            Ran ran = run("standard.c", server.url("/page"));

            assertThat(ran.ok().output()).isEqualTo("hello");
            assertThat(ran.errors()).isEqualTo("5 bytes, error 0, no terminal, process known\n");
        }
    }

    @Test
    void setproxy_startedAtWinMain_hasItsArgumentsAsALine() {
        assertThat(run("setproxy.c", "http://proxy.example:8080", "<local>")
                        .ok()
                        .output())
                .isEqualTo("""
                [http://proxy.example:8080 <local>] this one, alone, show 10
                flags 3, proxy http://proxy.example:8080, not for <local>
                """);
    }

    @Test
    void title_inCpp_isFoundAsUtf16() {
        byte[] body = "<title>Grüße €</title>".getBytes(StandardCharsets.UTF_8);
        try (ScriptedHttpServer server = ScriptedHttpServer.start()
                .handle(
                        "/page",
                        request -> script().send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n"
                                + new String(body, StandardCharsets.ISO_8859_1)))) {
            byte[] expected = "Grüße €: 7 characters\n".getBytes(StandardCharsets.UTF_8);

            assertThat(run("title.cpp", server.url("/page")).ok().output())
                    .isEqualTo(new String(expected, StandardCharsets.ISO_8859_1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "async",
                "cachelist",
                "cookies",
                "crackurl",
                "dynload",
                "errors",
                "ftpget",
                "geturl",
                "headers",
                "pool",
                "postform",
                "readex",
                "setproxy",
                "standard",
                "tgeturl",
                "upload",
                "whead"
            })
    void program_compilesForWindowsUnchanged(String sample) throws IOException {
        // File names have no case on Windows.
        Files.writeString(folder.resolve("WinInet.h"), "#include <wininet.h>\n");
        Files.writeString(folder.resolve("SDKDDKVer.h"), "#include <sdkddkver.h>\n");
        CPrograms.check(
                CPrograms.MINGW,
                SAMPLES.resolve(sample + ".c"),
                List.of("-std=gnu11", "-I" + folder, "-Wno-format", "-Wno-unknown-pragmas", "-Wno-cast-function-type"));
    }

    @Test
    void programs_areAllTried() throws IOException {
        try (var samples = Files.list(SAMPLES)) {
            assertThat(samples).hasSize(18);
        }
    }
}
