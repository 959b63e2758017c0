package io.github.wininet4j.endurance;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.FtpTransfer;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32File;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.PatternedBytes;
import io.github.wininet4j.testing.Tools;
import io.github.wininet4j.testing.peers.FtpPeer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Files up and down and many names on each FTP server, by this library and by curl in turn. Arguments: the size of the
 * file in MiB, the number of names, and how often each is done; the best time counts.
 */
public final class FtpRun {
    private static final int BUFFER = 1 << 16;

    private final FtpPeer peer;
    private final WinInet api;
    private final long size;
    private final int names;
    private final int times;

    private FtpRun(FtpPeer peer, WinInet api, long size, int names, int times) {
        this.peer = peer;
        this.api = api;
        this.size = size;
        this.names = names;
        this.times = times;
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        long size = Long.parseLong(arguments[0]) << 20;
        int names = Integer.parseInt(arguments[1]);
        int times = Integer.parseInt(arguments[2]);
        System.out.println(
                "| server | what | this, s | curl, s | speed against curl | CPU of this, s | CPU of curl, s |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
        for (FtpPeer.Kind kind : FtpPeer.Kind.values()) {
            try (FtpPeer peer = FtpPeer.start(kind);
                    var api = WinInets.named("engine", WinInetConfig.defaults().withCache(CachePlace.NONE))) {
                FtpRun run = new FtpRun(peer, api, size, names, times);
                String name = kind.name().toLowerCase(Locale.ROOT);
                // What the JVM has not compiled yet would count for the first row.
                peer.write("big", size);
                run.down();
                run.row(name + " | down", run::down, run::curlDown);
                run.row(name + " | up", run::up, run::curlUp);
                run.names(name);
            }
        }
    }

    /** The best of some times, on the clock and of processors. */
    private static final class Best {
        private double clock = Double.MAX_VALUE;
        private double processor = Double.MAX_VALUE;

        void add(Callable<Double> work) throws Exception {
            long start = System.nanoTime();
            double used = work.call();
            clock = Math.min(clock, (System.nanoTime() - start) / 1e9);
            processor = Math.min(processor, used);
        }
    }

    private void row(String what, Callable<?> own, Callable<Double> other) throws Exception {
        peer.write("big", size);
        print(what + " " + (size >> 20) + " MiB", own, other);
    }

    private void print(String what, Callable<?> own, Callable<Double> other) throws Exception {
        Best best = new Best();
        Best bestOther = new Best();
        for (int i = 0; i < times; i++) {
            best.add(() -> processorTime(own));
            bestOther.add(other);
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                what,
                best.clock,
                bestOther.clock,
                bestOther.clock / best.clock,
                best.processor,
                bestOther.processor);
    }

    /** All calls are synchronous: what is done for them is done by this thread. */
    private static double processorTime(Callable<?> work) throws Exception {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.call();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    }

    private HINTERNET connect(HINTERNET session) {
        return handle(api.InternetConnect(
                session,
                "127.0.0.1",
                peer.port(),
                peer.user(),
                peer.password(),
                ServiceType.INTERNET_SERVICE_FTP,
                InternetFlag.INTERNET_FLAG_PASSIVE,
                0));
    }

    private HINTERNET session() {
        return handle(api.InternetOpen("run", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0));
    }

    private HINTERNET handle(HINTERNET handle) {
        if (handle == null) {
            throw new IllegalStateException("error " + api.GetLastError());
        }
        return handle;
    }

    private void require(boolean worked) {
        if (!worked) {
            throw new IllegalStateException("error " + api.GetLastError());
        }
    }

    private Void down() {
        HINTERNET session = session();
        HINTERNET file = handle(api.FtpOpenFile(
                connect(session), "big", Win32File.GENERIC_READ, FtpTransfer.FTP_TRANSFER_TYPE_BINARY, 0));
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        DwordRef count = new DwordRef();
        long total = 0;
        do {
            require(api.InternetReadFile(file, buffer, BUFFER, count));
            total += count.value;
        } while (count.value > 0);
        require(total == size && api.InternetCloseHandle(session));
        return null;
    }

    private Void up() throws IOException {
        HINTERNET session = session();
        String from = peer.root().resolve("big").toString();
        require(api.FtpPutFile(connect(session), from, "up/own", FtpTransfer.FTP_TRANSFER_TYPE_BINARY, 0));
        require(api.InternetCloseHandle(session));
        require(Files.size(peer.root().resolve("up/own")) == size);
        Files.delete(peer.root().resolve("up/own"));
        return null;
    }

    private String url(String name) {
        String user = peer.user() == null ? "" : peer.user() + ":" + peer.password() + "@";
        return "ftp://" + user + "127.0.0.1:" + peer.port() + "/" + name;
    }

    /** Runs curl; returns its processor time, which the shell tells. */
    private double curl(String... arguments) throws IOException, InterruptedException {
        String timed = "TIMEFORMAT='%U %S'; time \"$@\" > /dev/null";
        List<String> command = new ArrayList<>(List.of("bash", "-c", timed, "bash"));
        command.addAll(List.of(Tools.require("curl").toString(), "-sS", "--disable-epsv"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("curl ended with " + process.exitValue() + ": " + said);
        }
        String[] times = said.strip().split(" ");
        return Double.parseDouble(times[0]) + Double.parseDouble(times[1]);
    }

    private double curlDown() throws Exception {
        return curl("-o", "/dev/null", url("big"));
    }

    private double curlUp() throws Exception {
        double used = curl("-T", peer.root().resolve("big").toString(), url("up/curl"));
        Files.delete(peer.root().resolve("up/curl"));
        return used;
    }

    private void names(String server) throws Exception {
        Path folder = Files.createDirectories(peer.root().resolve("many"));
        for (int i = 0; i < names; i++) {
            PatternedBytes.write(folder.resolve("name " + i), 0);
        }
        print(server + " | " + names + " names", this::list, () -> curl(url("many/")));
    }

    private int list() {
        HINTERNET session = session();
        HINTERNET connect = connect(session);
        require(api.FtpSetCurrentDirectory(connect, "many"));
        WIN32_FIND_DATA data = new WIN32_FIND_DATA();
        HINTERNET find = handle(api.FtpFindFirstFile(connect, null, data, InternetFlag.INTERNET_FLAG_RELOAD, 0));
        int count = 1;
        while (api.InternetFindNextFile(find, data)) {
            count++;
        }
        require(api.InternetCloseHandle(session) && count == names);
        return count;
    }
}
