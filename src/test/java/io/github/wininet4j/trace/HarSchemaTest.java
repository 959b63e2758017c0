package io.github.wininet4j.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.client.Body;
import io.github.wininet4j.client.Request;
import io.github.wininet4j.client.Response;
import io.github.wininet4j.client.Session;
import io.github.wininet4j.client.WinInetException;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives are valid by the JSON schema that is published for HAR 1.2. */
final class HarSchemaTest {
    /** Checks a file by the schema of the package har-schema, and prints what is wrong. */
    private static final String CHECK = """
            const Ajv = require('ajv');
            const ajv = new Ajv({allErrors: true});
            ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-06.json'));
            ajv.addSchema(Object.values(require('har-schema')));
            const har = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
            if (!ajv.validate('har.json#', har)) {
              console.log(JSON.stringify(ajv.errors));
              process.exitCode = 1;
            }
            """;

    private static final String COOKIES =
            "Set-Cookie: id=har-cookie; Path=/; HttpOnly; Secure;" + " Expires=Wed, 01 Jan 2120 00:00:00 GMT\r\n";

    @TempDir
    private Path folder;

    private void record(Path file) throws IOException {
        WinInetConfig config = WinInetConfig.defaults()
                .withDataDirectory(folder.resolve("data"))
                .withTrustStore(TestCertificates.trustStore())
                .withCache(CachePlace.NONE);
        try (ScriptedHttpServer server =
                        ScriptedHttpServer.startTls(TestCertificates.good().context());
                BackEnd wininet = WinInets.traced(WinInets.engine(config), new HarLog(file));
                Session session =
                        Session.builder("har").backEnd(wininet).direct().open()) {
            String root = "https://localhost:" + server.port();
            server.handle("/a", "HTTP/1.1 200 OK\r\n" + COOKIES + "Content-Length: 5\r\n\r\nhello");
            server.handle("/b", "HTTP/1.1 302 Found\r\nLocation: /a\r\nContent-Length: 0\r\n\r\n");
            for (String path : new String[] {"/a", "/b?x=1&y", "/a?q=\u00e9 {}|"}) {
                read(session.get(root + path));
            }
            read(session.post(root + "/a", Body.of(new byte[3])));
            server.handle("/gone", request -> Script.script().close());
            assertThatThrownBy(() -> read(session.get(root + "/gone"))).isInstanceOf(WinInetException.class);
            assertThat(wininet.InternetOpenUrl(session.handle(), "no scheme", null, 0, 0, 0))
                    .isNull();
        }
    }

    private static void read(Request request) throws IOException {
        try (Response response = request.onStatus(status -> {}).send()) {
            response.bytes();
        }
    }

    @Test
    @Rule("R-PROJ-TRACE-3")
    void archive_isValidByThePublishedSchema() throws Exception {
        Path node = Tools.require("node");
        Tools.requireFile(Path.of("/usr/share/nodejs/har-schema/package.json"));
        Tools.requireFile(Path.of("/usr/share/nodejs/ajv/package.json"));
        Path file = folder.resolve("trace.har");
        Path script = Files.writeString(folder.resolve("check.js"), CHECK);
        record(file);

        assertThat(checked(node, script, file)).isEmpty();

        // The check is one.
        Files.writeString(file, Files.readString(file).replace("\"timings\"", "\"times\""));
        assertThat(checked(node, script, file)).contains("timings");
    }

    private static String checked(Path node, Path script, Path file) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(node.toString(), script.toString(), file.toString());
        builder.environment().put("NODE_PATH", "/usr/share/nodejs");
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }

    @Test
    @Rule({"R-PROJ-TRACE-2", "R-PROJ-TRACE-3", "R-PROJ-TRACE-5"})
    void archive_hasCookiesWithoutValues_andTheTimesOfConnecting() throws IOException {
        Path file = folder.resolve("trace.har");
        record(file);

        String json = Files.readString(file);
        assertThat(json)
                .contains("\"name\": \"id\"", "\"httpOnly\": true", "\"secure\": true", "\"path\": \"/\"")
                .contains("\"expires\": \"2120-01-01T00:00:00Z\"", "\"serverIPAddress\": \"127.0.0.1\"")
                .contains("%C3%A9%20%7B%7D%7C\"", "\"url\": \"unknown:no%20scheme\"")
                .doesNotContain("har-cookie");
        String[] entries = json.split("\"startedDateTime\"", -1);
        assertThat(entries).hasSize(7);
        assertThat(entries[1]).doesNotContain("\"dns\": -1", "\"connect\": -1", "\"ssl\": -1");
        assertThat(entries[1]).contains("\"cookies\": []");
        assertThat(entries[2])
                .contains("\"dns\": -1", "\"connect\": -1", "\"ssl\": -1")
                .doesNotContain("\"cookies\": []");
    }

    @Test
    @Rule("R-PROJ-TRACE-5")
    void archive_ofSeveralBackEnds_hasTheRequestsOfAll() throws IOException {
        Path file = folder.resolve("trace.har");

        record(file);
        record(file);

        assertThat(Files.readString(file).split("\"startedDateTime\"", -1)).hasSize(13);
    }
}
