package io.github.wininet4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.testing.peers.ApacheServer;
import io.github.wininet4j.testing.peers.KerberosRealm;
import io.github.wininet4j.testing.peers.SquidProxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * asynchttp with tickets of a real realm, each in a JVM of its own: where tickets and keys are is said by the
 * environment and by properties that the JDK reads at its start.
 */
final class AsyncHttpKerberosTest {
    private static KerberosRealm realm;
    private static ApacheServer server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        realm = KerberosRealm.shared();
        server = ApacheServer.start(realm);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** What the last program printed. */
    private String said = "";

    private String url() {
        return "http://localhost:" + server.port() + "/negotiate/page";
    }

    private int run(Map<String, String> environment, List<String> properties, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.security.krb5.conf=" + realm.configuration()));
        command.addAll(properties);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "asynchttp"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("KRB5CCNAME", folder.resolve("none").toString());
        builder.environment().putAll(environment);
        Path output = folder.resolve("output");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(Waits.SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(output).content(StandardCharsets.UTF_8).doesNotContain(KerberosRealm.PASSWORD, "Exception");
        said = Files.readString(output);
        return process.exitValue();
    }

    @Test
    @Rule({"R-AUTH-2", "R-AUTH-23"})
    void asynchttp_withTheTicketOfTheDesktop_logsOnToTheServer() throws Exception {
        Path tickets = folder.resolve("tickets");
        realm.ticket(tickets);

        assertThat(run(Map.of("KRB5CCNAME", tickets.toString()), List.of(), url()))
                .as(() -> said)
                .isZero();
        assertThat(run(Map.of(), List.of(), url())).as(() -> said).isEqualTo(1);
    }

    @Test
    @Rule("R-AUTH-2")
    void asynchttp_withTheTicketOfTheDesktop_logsOnToTheProxy() throws Exception {
        Path tickets = folder.resolve("tickets");
        realm.ticket(tickets);
        try (SquidProxy proxy = SquidProxy.start(realm)) {
            String open = "http://localhost:" + server.port() + "/open/page";
            String[] arguments = {"--proxy", proxy.namedProxy(), "--proxy-bypass", "<-loopback>", open};

            assertThat(run(Map.of("KRB5CCNAME", tickets.toString()), List.of(), arguments))
                    .as(() -> said)
                    .isZero();
            assertThat(run(Map.of(), List.of(), arguments)).as(() -> said).isEqualTo(1);
            assertThat(proxy.logs()).contains("bob@FEAS.TEST");
        }
    }

    @Test
    @Rule("R-AUTH-2")
    void asynchttp_withAKeytab_logsOn() throws Exception {
        Path login = Files.writeString(folder.resolve("login.conf"), """
                wininet4j {
                  com.sun.security.auth.module.Krb5LoginModule required
                  useKeyTab=true keyTab="KEYS" principal="bob@FEAS.TEST" doNotPrompt=true isInitiator=true;
                };
                """.replace(
                        "KEYS", realm.userKeys().toString()));

        assertThat(run(Map.of(), List.of("-Djava.security.auth.login.config=" + login), url()))
                .as(() -> said)
                .isZero();
    }

    @Test
    @Rule({"R-AUTH-2", "R-AUTH-4"})
    void asynchttp_withAPassword_logsOnWithTheRightOneOnly() throws Exception {
        assertThat(run(Map.of(), List.of(), "--user", "bob:" + KerberosRealm.PASSWORD, url()))
                .as(() -> said)
                .isZero();
        assertThat(run(Map.of(), List.of(), "--user", "FEAS.TEST\\bob:" + KerberosRealm.PASSWORD, url()))
                .as(() -> said)
                .isZero();
        assertThat(run(Map.of(), List.of(), "--user", "bob:Wr0ng-password", url()))
                .as(() -> said)
                .isEqualTo(1);
    }
}
