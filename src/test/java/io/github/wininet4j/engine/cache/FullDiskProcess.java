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
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A process that gets a small and a large response, where the large one does not fit into the cache: {@code FOLDER
 * BYTES}. Prints what it got and whether there are entries, a line each.
 */
final class FullDiskProcess {
    private static final int SMALL = 100;

    private FullDiskProcess() {}

    public static void main(String[] arguments) {
        int large = Integer.parseInt(arguments[1]);
        WinInetConfig config = WinInetConfig.defaults()
                .withDataDirectory(Path.of(arguments[0]))
                .withCache(CachePlace.at(Path.of(arguments[0]).resolve("cache")));
        try (ScriptedHttpServer server = ScriptedHttpServer.start();
                BackEnd api = WinInets.engine(config)) {
            server.handle("/small", response(SMALL));
            server.handle("/large", response(large));
            HINTERNET session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
            HINTERNET connect = api.InternetConnect(
                    session, "127.0.0.1", server.port(), null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 0);
            for (String target : new String[] {"/small", "/large", "/large", "/small"}) {
                int got = get(api, connect, target);
                boolean kept = api.GetUrlCacheEntryInfo(
                        server.url(target), new INTERNET_CACHE_ENTRY_INFO(), new DwordRef(8192));
                System.out.println(target + " " + got + (kept ? " kept" : " not kept"));
            }
            System.out.println(server.requests().size() + " requests");
        }
    }

    static String response(int length) {
        return "HTTP/1.1 200 OK\r\nCache-Control: max-age=60\r\nContent-Length: " + length + "\r\n\r\n"
                + "x".repeat(length);
    }

    static int get(BackEnd api, HINTERNET connect, String target) {
        HINTERNET request = api.HttpOpenRequest(connect, "GET", target, null, null, null, 0, 0);
        if (!api.HttpSendRequest(request, null, 0, null, 0)) {
            return -api.GetLastError();
        }
        ByteBuffer piece = ByteBuffer.allocate(10_000);
        DwordRef count = new DwordRef();
        int got = 0;
        do {
            piece.clear();
            if (!api.InternetReadFile(request, piece, 10_000, count)) {
                return -api.GetLastError();
            }
            got += count.value;
        } while (count.value > 0);
        api.InternetCloseHandle(request);
        return got;
    }
}
