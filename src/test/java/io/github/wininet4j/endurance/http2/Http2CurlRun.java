package io.github.wininet4j.endurance.http2;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.host.ProxySettingsSource;
import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.PatternedBytes;
import io.github.wininet4j.testing.Tools;
import io.github.wininet4j.testing.peers.Http2Server;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * A file up to nginx over HTTP/2 and down again, by this library and by curl in turn. Arguments: the size in MiB and
 * how often each is done; the best time counts.
 */
public final class Http2CurlRun {
    private static final int BUFFER = 1 << 16;

    private final BackEnd api;
    private final Http2Server server;
    private final Path file;
    private final long size;
    private final int times;

    private Http2CurlRun(BackEnd api, Http2Server server, Path file, long size, int times) {
        this.api = api;
        this.server = server;
        this.file = file;
        this.size = size;
        this.times = times;
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        long size = Long.parseLong(arguments[0]) << 20;
        int times = Integer.parseInt(arguments[1]);
        WinInetConfig config = WinInetConfig.defaults()
                .withProxySettings(ProxySettingsSource.NONE)
                .withCache(CachePlace.NONE);
        Path folder = Folders.make("http2-curl");
        try (Http2Server server = Http2Server.start(Http2Server.Kind.NGINX, new byte[1], 100);
                BackEnd api = WinInets.engine(config)) {
            Path file = folder.resolve("file");
            PatternedBytes.write(file, size);
            Http2CurlRun run = new Http2CurlRun(api, server, file, size, times);
            System.out.println("| direction | MiB | this, s | curl, s | speed against curl |");
            System.out.println("| --- | ---: | ---: | ---: | ---: |");
            run.row("up", run::up, () -> run.curl("-T", file.toString(), run.url("curl")));
            run.row("down", run::down, () -> run.curl("-o", "/dev/null", run.url("own")));
        } finally {
            Folders.delete(folder);
        }
    }

    private void row(String direction, Callable<?> own, Callable<?> other) throws Exception {
        double best = Double.MAX_VALUE;
        double bestOther = Double.MAX_VALUE;
        for (int i = 0; i < times; i++) {
            best = Math.min(best, seconds(own));
            bestOther = Math.min(bestOther, seconds(other));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f | %.2f |%n",
                direction,
                size >> 20,
                best,
                bestOther,
                bestOther / best);
    }

    private static double seconds(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e9;
    }

    private String url(String name) {
        return "https://127.0.0.1:" + server.port() + "/" + name;
    }

    private void require(boolean worked) {
        if (!worked) {
            throw new IllegalStateException("error " + api.GetLastError());
        }
    }

    /** Each transfer has a connection of its own, as each run of curl has. */
    private HINTERNET request(HINTERNET session, String verb) {
        HINTERNET connect = api.InternetConnect(
                session, "127.0.0.1", server.port(), null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 0);
        int flags = InternetFlag.INTERNET_FLAG_SECURE | InternetFlag.INTERNET_FLAG_RELOAD;
        HINTERNET request = api.HttpOpenRequest(connect, verb, "/own", null, null, null, flags, 0);
        set(request, InternetOption.INTERNET_OPTION_ENABLE_HTTP_PROTOCOL, OptionValue.HTTP_PROTOCOL_FLAG_HTTP2);
        set(
                request,
                InternetOption.INTERNET_OPTION_SECURITY_FLAGS,
                SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID);
        return request;
    }

    private void set(HINTERNET request, int option, int value) {
        require(api.InternetSetOption(request, option, new DwordRef(value), 4));
    }

    private Void end(HINTERNET session) {
        require(api.InternetCloseHandle(session));
        require(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_SETTINGS_CHANGED, null, 0));
        return null;
    }

    private HINTERNET session() {
        return api.InternetOpen("run", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
    }

    private Void up() throws IOException {
        HINTERNET session = session();
        HINTERNET request = request(session, "PUT");
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        String length = "Content-Length: " + size;
        buffers.lpcszHeader = length;
        buffers.dwHeadersLength = length.length();
        require(api.HttpSendRequestEx(request, buffers, null, 0, 0));
        ByteBuffer piece = ByteBuffer.allocate(BUFFER);
        try (FileChannel source = FileChannel.open(file, StandardOpenOption.READ)) {
            while (source.read(piece.clear()) >= 0) {
                piece.flip();
                require(api.InternetWriteFile(request, piece, piece.remaining(), new DwordRef()));
            }
        }
        require(api.HttpEndRequest(request, null, 0, 0));
        return end(session);
    }

    private Void down() {
        HINTERNET session = session();
        HINTERNET request = request(session, "GET");
        require(api.HttpSendRequest(request, null, 0, null, 0));
        ByteBuffer piece = ByteBuffer.allocate(BUFFER);
        DwordRef count = new DwordRef(1);
        long total = 0;
        while (count.value > 0) {
            require(api.InternetReadFile(request, piece, BUFFER, count));
            total += count.value;
        }
        require(total == size);
        return end(session);
    }

    private Void curl(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Tools.require("curl").toString(), "-sS", "--fail", "--insecure", "--http2"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("curl ended with " + process.exitValue());
        }
        return null;
    }
}
