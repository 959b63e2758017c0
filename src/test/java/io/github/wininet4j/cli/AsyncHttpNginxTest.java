package io.github.wininet4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.NginxServer;
import io.github.wininet4j.testing.NginxSettings;
import io.github.wininet4j.testing.PatternedBytes;
import io.github.wininet4j.testing.TestCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** asynchttp as a program of its own, against a real nginx. */
final class AsyncHttpNginxTest {
    private static final int FILES = 200;

    @TempDir
    Path folder;

    /** What a process printed and how it ended. */
    private record Ended(int code, String output) {}

    @ParameterizedTest
    @CsvSource({"false, file, 1024", "true, file, 1024", "false, ex, 256", "true, available, 256"})
    void asynchttp_largeBody_streamsWithConstantMemory(boolean tls, String method, int mebibytes) throws Exception {
        long size = (long) mebibytes << 20;
        try (NginxServer nginx = NginxServer.start().servePattern("large", size)) {
            String authority = TestCertificates.writeAuthorityPem(folder).toString();
            Path file = folder.resolve("large");

            Ended ended = program(
                    "--read=" + method,
                    "--ca=" + authority,
                    "--output=" + file,
                    "--progress=always",
                    tls ? nginx.tlsUrl("/large") : nginx.url("/large"));

            assertThat(ended.code()).as(ended.output()).isZero();
            assertThat(ended.output()).contains("[========================] 100%  1/1", "1 of 1 succeeded");
            assertPattern(file, size);
        }
    }

    @ParameterizedTest
    @CsvSource({"false, natural, 8", "true, natural, 8", "false, natural, 200", "true, pending, 200", "true, seed:9, 20"
    })
    void asynchttp_manyFilesAtOnce_savesEach(boolean tls, String policy, int connections) throws Exception {
        try (NginxServer nginx = NginxServer.start()) {
            List<String> arguments = new ArrayList<>(List.of(
                    "--ca=" + TestCertificates.writeAuthorityPem(folder),
                    "--policy=" + policy,
                    "--max-connections=" + connections,
                    "--output=" + folder.resolve("all")));
            for (int i = 0; i < FILES; i++) {
                String name = "file" + i;
                nginx.servePattern(name, size(i));
                arguments.add(tls ? nginx.tlsUrl("/" + name) : nginx.url("/" + name));
            }

            Ended ended = program(arguments.toArray(String[]::new));

            assertThat(ended.code()).as(ended.output()).isZero();
            assertThat(ended.output()).contains(FILES + " of " + FILES + " succeeded");
            for (int i = 0; i < FILES; i++) {
                assertPattern(folder.resolve("all").resolve("file" + i), size(i));
            }
        }
    }

    /** From nothing to more than a read buffer holds. */
    private static int size(int number) {
        return number * 700;
    }

    @Test
    void asynchttp_upload_arrivesWhole() throws Exception {
        int size = 20_000_000;
        Path file = PatternedBytes.write(folder.resolve("up"), size);
        try (NginxServer nginx = NginxServer.start()) {
            Ended ended = program("--verb=PUT", "--post=" + file, nginx.url("/upload/up"));

            assertThat(ended.code()).as(ended.output()).isZero();
            assertPattern(nginx.uploads().resolve("up"), size);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"natural", "at-once", "pending"})
    void asynchttp_unknownAuthority_isRefusedUnlessInsecure(String policy) throws Exception {
        NginxSettings settings = NginxSettings.defaults().withCertificate(TestCertificates.unknownAuthority());
        try (NginxServer nginx = NginxServer.start(settings).servePattern("small", 100)) {
            Ran refused = Ran.main("asynchttp", "--policy=" + policy, nginx.tlsUrl("/small"));
            Ran accepted = Ran.main("asynchttp", "--policy=" + policy, "--insecure", nginx.tlsUrl("/small"));

            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.out()).contains("HttpSendRequest: ERROR_INTERNET_INVALID_CA (12045)");
            assertThat(accepted.code()).as(accepted.out()).isZero();
            assertThat(accepted.out()).contains("InternetSetOption(", "INTERNET_OPTION_SECURITY_FLAGS");
        }
    }

    /** Runs the entry point in a JVM of its own, with much less memory than the bodies have. */
    private static Ended program(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "asynchttp"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), text);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void assertPattern(Path file, long size) throws IOException {
        assertThat(file).hasSize(size);
        byte[] buffer = new byte[1 << 20];
        long offset = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                PatternedBytes.assertAt(offset, buffer, 0, count);
                offset += count;
            }
        }
        assertThat(offset).isEqualTo(size);
    }
}
