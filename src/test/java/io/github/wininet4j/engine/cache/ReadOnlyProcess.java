package io.github.wininet4j.engine.cache;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * A process that keeps a response, forbids itself to write to the folder of the cache, and goes on: {@code FOLDER}.
 * Prints what it got and whether there are entries, a line each.
 */
final class ReadOnlyProcess {
    private ReadOnlyProcess() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).resolve("cache");
        try (ScriptedHttpServer server = ScriptedHttpServer.start()) {
            server.handle("/kept", FullDiskProcess.response(100));
            server.handle("/new", FullDiskProcess.response(200));
            run(server, folder, "/kept");
            permit(folder, "r-xr-xr-x", "r--r--r--");
            System.out.println("writable: " + isWritable(folder));
            try {
                run(server, folder, "/kept", "/new", "/new");
            } finally {
                permit(folder, "rwx------", "rw-------");
            }
            System.out.println(server.requests().size() + " requests");
        }
    }

    /** What the permissions say means nothing to a superuser. */
    private static boolean isWritable(Path folder) {
        try {
            Files.createFile(folder.resolve("probe"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static void permit(Path folder, String folders, String files) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                Files.setPosixFilePermissions(
                        each, PosixFilePermissions.fromString(Files.isDirectory(each) ? folders : files));
            }
        }
    }

    private static void run(ScriptedHttpServer server, Path folder, String... targets) {
        WinInetConfig config = WinInetConfig.defaults()
                .withDataDirectory(folder.resolveSibling("data"))
                .withCache(CachePlace.at(folder));
        try (BackEnd api = WinInets.engine(config)) {
            HINTERNET session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
            HINTERNET connect = api.InternetConnect(
                    session, "127.0.0.1", server.port(), null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 0);
            for (String target : targets) {
                int got = FullDiskProcess.get(api, connect, target);
                boolean kept = api.GetUrlCacheEntryInfo(
                        server.url(target), new INTERNET_CACHE_ENTRY_INFO(), new DwordRef(8192));
                System.out.println(target + " " + got + (kept ? " kept" : " not kept"));
            }
        }
    }
}
