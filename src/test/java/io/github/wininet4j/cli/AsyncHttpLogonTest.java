package io.github.wininet4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** asynchttp behind proxies and before servers that want to know who asks; the user is a list of answers. */
final class AsyncHttpLogonTest {
    private static final String PASSWORD = Secrets.use("Gehe1m-cli:@x");

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        // As a proxy it is asked for absolute URLs, whose path is all that this server looks at.
        server.createContext("/open", exchange -> answer(exchange, 200, null));
        server.createContext("/server", exchange -> guarded(exchange, 401, "WWW-Authenticate", "Authorization"));
        server.createContext("/proxy", exchange -> guarded(exchange, 407, "Proxy-Authenticate", "Proxy-Authorization"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void guarded(HttpExchange exchange, int status, String challenge, String header) throws IOException {
        String pair = Base64.getEncoder().encodeToString(("bob:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        boolean right = ("Basic " + pair).equals(exchange.getRequestHeaders().getFirst(header));
        answer(exchange, right ? 200 : status, right ? null : challenge);
    }

    private void answer(HttpExchange exchange, int status, @Nullable String challenge) throws IOException {
        int body = exchange.getRequestBody().readAllBytes().length;
        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body + " " + status);
        if (challenge != null) {
            exchange.getResponseHeaders().add(challenge, "Basic realm=\"fe\u001bas\"");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private String proxy() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private String url(String path) {
        return "http://" + proxy() + path;
    }

    /** The answers of a user, and what the user was asked. */
    private static final class Answers implements UserInput {
        private final Deque<String> left;
        private final List<String> asked = new ArrayList<>();

        Answers(String... answers) {
            this.left = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public @Nullable String line(String prompt) {
            asked.add(prompt);
            return left.poll();
        }

        @Override
        public @Nullable String secret(String prompt) {
            asked.add("(hidden) " + prompt);
            return left.poll();
        }
    }

    private static Ran run(@Nullable UserInput input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code;
        try {
            code = new AsyncHttpCommand(() -> input).run(Arrays.asList(args), Ran.stream(out), Ran.stream(err));
        } catch (UsageException e) {
            err.writeBytes(e.getMessage().getBytes(StandardCharsets.UTF_8));
            code = Command.USAGE;
        }
        Ran ran = new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertThat(ran.out() + ran.err()).doesNotContain("Gehe1m");
        return ran;
    }

    @Test
    void asynchttp_withUser_logsOnAndPrintsNoPassword() {
        Ran ran = run(null, "--verbose", "--user", "bob:" + PASSWORD, url("/server"));

        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("\"bob\", ***");
    }

    @Test
    void asynchttp_withUserInTheUrl_prefersItAndPrintsNoPassword() {
        String inUrl = "http://bob:Gehe1m-cli%3A%40x@" + proxy() + "/server";

        Ran ran = run(null, "--verbose", "--user", "eve:Gehe1m-no", inUrl);

        assertThat(ran.out()).contains("http://bob:***@" + proxy()).doesNotContain("eve");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void asynchttp_withUserWithoutPassword_asksForItOnceAndHidden() {
        Answers user = new Answers(PASSWORD);

        Ran ran = run(user, "--user", "bob", "--repeat=3", url("/server"));

        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(user.asked).containsExactly("(hidden) Password of bob (--user): ");
    }

    @Test
    void asynchttp_withUserWithoutPasswordAndNobodyToAsk_isAUsageError() {
        Ran ran = run(null, "--proxy-user", "bob", url("/server"));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--proxy-user has no password");
        assertThat(seen).isEmpty();
    }

    @Test
    @Rule({"R-DLG-9", "R-AUTH-12"})
    void asynchttp_refused_asksTheUserUntilTheAnswerIsRight() {
        Answers user = new Answers("bob", "Gehe1m-wrong", "bob", PASSWORD);

        Ran ran = run(user, url("/server"));

        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(user.asked)
                .containsExactly(
                        "User for 127.0.0.1, realm \"fe\u001bas\": ",
                        "(hidden) Password: ",
                        "User for 127.0.0.1, realm \"fe\u001bas\": ",
                        "(hidden) Password: ");
    }

    @Test
    void asynchttp_refusedManyTimesAtOnce_asksTheUserOnce() {
        Answers user = new Answers("bob", PASSWORD);

        Ran ran = run(user, "--repeat=12", "--max-connections=6", url("/server"));

        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(user.asked).hasSize(2);
    }

    @Test
    void asynchttp_whoseUserAnswersNothing_endsWithTheStatusOfTheServer() {
        Answers user = new Answers();

        Ran ran = run(user, "--repeat=3", url("/server"));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains(" 401 ").contains("0 of 3 succeeded");
        assertThat(ran.out()).containsOnlyOnce("--user NAME").doesNotContain("--proxy-user");
        assertThat(user.asked).hasSize(1);
    }

    @Test
    void asynchttp_refusedUpload_sendsTheFileAgainAfterTheAnswer() throws IOException {
        Path file = Files.write(folder.resolve("up"), new byte[5_000]);

        Ran ran = run(new Answers("bob", PASSWORD), "--post", file.toString(), url("/server"));

        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(seen).endsWith("POST /server 5000 200");
    }

    @Test
    void asynchttp_withOpenUrl_asksTheUserToo() {
        Ran ran = run(new Answers("bob", PASSWORD), "--openurl", url("/server"));

        assertThat(ran.code()).as(ran.out()).isZero();
    }

    @Test
    @Rule("R-PROXY-7")
    void asynchttp_withProxy_asksItForTheUrlUnlessBypassed() {
        String target = "http://example.invalid/open";

        assertThat(run(null, "--proxy", proxy(), target).code()).isZero();
        assertThat(run(null, "--proxy", proxy(), "--proxy-bypass", "*.invalid", target)
                        .code())
                .isEqualTo(1);
        assertThat(seen).containsExactly("GET http://example.invalid/open 0 200");
    }

    @Test
    @Rule("R-AUTH-11")
    void asynchttp_withProxyUser_logsOnToTheProxy() {
        String target = "http://example.invalid/proxy";

        Ran ran = run(null, "--proxy", proxy(), "--proxy-user", "bob:" + PASSWORD, target);

        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("INTERNET_OPTION_PROXY_PASSWORD, ***");
        assertThat(seen).containsExactly("GET " + target + " 0 407", "GET " + target + " 0 200");
    }

    @Test
    void asynchttp_refusedByAProxyWithNobodyToAsk_saysWhichOptionHelps() {
        Ran ran = run(null, "--quiet", "--proxy", proxy(), "http://example.invalid/proxy");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains(" 407 ").containsOnlyOnce("--proxy-user NAME");
        assertThat(run(null, "--proxy", proxy(), "--proxy-user", "eve:" + PASSWORD, "http://example.invalid/proxy")
                        .out())
                .contains(" 407 ")
                .doesNotContain("--proxy-user NAME");
    }

    @Test
    void asynchttp_refusedByAProxy_asksTheUser() {
        Answers user = new Answers("bob", PASSWORD);

        Ran ran = run(user, "--proxy", proxy(), "http://example.invalid/proxy");

        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(user.asked.get(0)).startsWith("User for proxy, realm");
    }

    @Test
    @Rule({"R-PROXY-16", "R-PROXY-37"})
    void asynchttp_withScript_goesTheWayThatItNames() throws IOException {
        Path script = Files.writeString(
                folder.resolve("proxy.pac"), "function FindProxyForURL(u, h) { return 'PROXY " + proxy() + "'; }");

        assertThat(run(null, "--pac", script.toString(), "http://example.invalid/open")
                        .code())
                .isZero();
        assertThat(run(null, "--pac", script.toUri().toString(), "http://example.invalid/open")
                        .code())
                .isZero();
        assertThat(seen).hasSize(2).allMatch(line -> line.equals("GET http://example.invalid/open 0 200"));
    }

    @Test
    void confirm_onATerminal_takesNothingButYes() {
        LoginDialog dialog = new LoginDialog(new Answers("yes", "y"));

        assertThat(dialog.confirm(12045, "host")).isTrue();
        assertThat(dialog.confirm(12045, "host")).isFalse();
        assertThat(dialog.confirm(12045, "host")).isFalse();
        assertThat(new UserOption("bob", PASSWORD).toString()).isEqualTo("bob");
    }
}
