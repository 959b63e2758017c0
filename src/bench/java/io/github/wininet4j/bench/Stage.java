package io.github.wininet4j.bench;

import io.github.wininet4j.WinInets;
import io.github.wininet4j.bench.client.Contestant;
import io.github.wininet4j.bench.client.Feature;
import io.github.wininet4j.bench.server.Certificate;
import io.github.wininet4j.bench.server.MessageServer;
import io.github.wininet4j.bench.server.Nginx;
import io.github.wininet4j.bench.server.NtlmServer;
import io.github.wininet4j.bench.server.SlowServer;
import io.github.wininet4j.bench.server.Vsftpd;
import io.github.wininet4j.bench.work.Contender;
import io.github.wininet4j.bench.work.Worker;
import io.github.wininet4j.bench.work.Workload;
import io.github.wininet4j.bench.work.Workloads;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The servers of a run, and the processes that face them. */
final class Stage implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    private static final int HTTP_PORT = 80;

    private final Settings settings;
    private final Path folder;
    private final Certificate certificate;
    private final Nginx nginx;
    private final Process slowServer;
    private final int slowPort;
    private final MessageServer messages;
    private final NtlmServer ntlm;
    private final Programs programs;
    /** Started when it is first needed. */
    private Vsftpd ftp;

    Stage(Settings settings) throws Exception {
        this.settings = settings;
        this.folder = settings.out.resolve("work");
        Files.createDirectories(folder);
        certificate = Certificate.make(folder.resolve("tls"));
        nginx = Nginx.start(
                Files.createDirectories(folder.resolve("nginx")),
                certificate,
                Workloads.named("down64k").size(settings.length),
                (int) Workloads.named("gzip").size());
        slowServer = new ProcessBuilder(java(List.of("-Xmx512m"), SlowServer.class))
                .redirectError(log().toFile())
                .start();
        slowPort = Integer.parseInt(
                new BufferedReader(new InputStreamReader(slowServer.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine());
        messages = MessageServer.start();
        ntlm = NtlmServer.start();
        programs = new Programs(folder);
    }

    Path log() {
        return folder.resolve("contestants.log");
    }

    Path folder() {
        return folder;
    }

    private int ftpPort() throws IOException {
        if (ftp == null) {
            ftp = Vsftpd.start(
                    Files.createDirectories(folder.resolve("ftp")),
                    Workloads.named("ftp64k").size(settings.length),
                    Workloads.named("ftp128").size(settings.length));
        }
        return ftp.port();
    }

    private static String scheme(Workload workload) {
        if (workload.has(Feature.FTP)) {
            return "ftp";
        }
        return workload.has(Feature.TLS) ? "https" : "http";
    }

    private int port(Workload workload) throws IOException {
        if (workload.has(Feature.FTP)) {
            return ftpPort();
        }
        if (workload.has(Feature.NTLM)) {
            return ntlm.port();
        }
        if (workload.needsSlowServer()) {
            return slowPort;
        }
        if (workload.kind() == Workload.Kind.MESSAGES) {
            return messages.port();
        }
        if (workload.has(Feature.PROXY)) {
            return HTTP_PORT;
        }
        if (workload.has(Feature.HTTP2)) {
            return nginx.http2Port();
        }
        return workload.has(Feature.TLS) ? nginx.tlsPort() : nginx.port();
    }

    /** Behind the proxy it is a name that nobody else can resolve. */
    private static String host(Workload workload) {
        return workload.has(Feature.PROXY) ? "origin.test" : HOST;
    }

    int slowPort() {
        return slowPort;
    }

    int plainPort() {
        return nginx.port();
    }

    /** The command line of another JVM with our class path. */
    List<String> java(List<String> options, Class<?> main, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Dslf4j.internal.verbosity=ERROR");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(args));
        return command;
    }

    /** Starts a contestant, or returns nothing if it cannot take part on this machine. */
    Optional<Contender> start(Contestant contestant, Workload workload, List<String> jvm) throws IOException {
        String port = Integer.toString(port(workload));
        String pem = certificate.certificate().toString();
        List<String> command;
        if (contestant.program() != null) {
            List<String> start = programs.command(contestant);
            if (start.isEmpty()) {
                return Optional.empty();
            }
            command = new ArrayList<>(start);
            command.addAll(List.of(
                    workload.kind().name(),
                    scheme(workload),
                    host(workload),
                    port,
                    workload.path(),
                    Integer.toString(workload.readSize()),
                    Long.toString(workload.size(settings.length)),
                    pem,
                    workload.has(Feature.PROXY) ? "http://" + HOST + ":" + nginx.proxyPort() : "",
                    workload.has(Feature.GZIP) ? "gzip" : "identity",
                    workload.has(Feature.NTLM) ? "user:secret" : ""));
        } else {
            if (contestant.id().equals("native") && !WinInets.available().contains("native")) {
                return Optional.empty();
            }
            List<String> options = new ArrayList<>(List.of("-Xmx2g"));
            options.addAll(contestant.jvm());
            options.addAll(settings.jvm);
            options.addAll(jvm);
            command = java(
                    options,
                    Worker.class,
                    contestant.id(),
                    workload.id(),
                    settings.length.name(),
                    host(workload),
                    port,
                    pem,
                    Integer.toString(nginx.proxyPort()));
        }
        return Optional.of(Contender.start(contestant.id(), command, log().toFile()));
    }

    @Override
    public void close() {
        nginx.close();
        messages.close();
        ntlm.close();
        if (ftp != null) {
            ftp.close();
        }
        slowServer.destroy();
    }
}
