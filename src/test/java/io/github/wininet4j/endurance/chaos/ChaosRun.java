package io.github.wininet4j.endurance.chaos;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Opens requests, starts operations on them, and closes every handle at a random moment: from other threads, from
 * callbacks, children first or parents first. Then each call that pended must have completed once, and HANDLE_CLOSING
 * must have come last and once.
 */
public final class ChaosRun {
    private static final int REQUESTS_PER_SESSION = 5;

    /** At most so many sessions are open at a time. */
    private static final int THREADS = 32;

    private static final int SECONDS = 120;

    private final BackEnd api;
    private final int port;
    private final long seed;
    private final List<String> violations = Collections.synchronizedList(new ArrayList<>());

    ChaosRun(BackEnd api, int port, long seed) {
        this.api = api;
        this.port = port;
        this.seed = seed;
    }

    /**
     * Runs and prints what was found; exits with 1 if a promise was broken.
     *
     * @param arguments the number of requests, by default 10,000, and the seed
     * @throws Exception if the run cannot go on
     */
    public static void main(String[] arguments) throws Exception {
        int requests = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        long start = System.nanoTime();
        List<String> violations = run(requests, seed);
        System.out.printf(
                Locale.ROOT,
                "%d requests, seed %d, JDK %s: %d broken promises, %d s%n",
                requests,
                seed,
                System.getProperty("java.version"),
                violations.size(),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        violations.stream().limit(20).forEach(System.out::println);
        System.exit(violations.isEmpty() ? 0 : 1);
    }

    /** Runs; returns the promises that were broken. */
    static List<String> run(int requests, long seed) throws IOException, InterruptedException {
        Path folder = Folders.make("chaos");
        try (ChaosServer server = new ChaosServer(seed);
                BackEnd api = WinInets.engine(
                        WinInetConfig.defaults().withDataDirectory(folder).withCache(CachePlace.NONE))) {
            ChaosRun run = new ChaosRun(api, server.port(), seed);
            run.run(requests);
            return run.violations;
        } finally {
            Folders.delete(folder);
        }
    }

    private void run(int requests) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < requests / REQUESTS_PER_SESSION; i++) {
            long sessionSeed = seed * 1_000_003 + i;
            threads.execute(() -> new Family(new Random(sessionSeed), sessionSeed).live());
        }
        threads.shutdown();
        if (!threads.awaitTermination(SECONDS * 10L, TimeUnit.SECONDS)) {
            violations.add("sessions hang: " + threads.shutdownNow().size() + " have not begun");
        }
    }

    /** One session with its connection and requests. */
    private final class Family {
        private final Random random;
        private final long number;
        private final ConcurrentHashMap<Long, Life> lives = new ConcurrentHashMap<>();
        private final CountDownLatch ends = new CountDownLatch(REQUESTS_PER_SESSION);
        /** The status number, counted over the family, at whose callback the callback closes a handle. */
        private final int closeAt;

        private final List<HINTERNET> handles = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger statuses = new AtomicInteger();

        Family(Random random, long number) {
            this.random = random;
            this.number = number;
            this.closeAt = 1 + random.nextInt(60);
        }

        void live() {
            try {
                HINTERNET session = api.InternetOpen(
                        "chaos", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, InternetFlag.INTERNET_FLAG_ASYNC);
                api.InternetSetStatusCallback(session, this::callback);
                HINTERNET connect = api.InternetConnect(
                        session, "127.0.0.1", port, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1_000);
                handles.add(session);
                handles.add(connect);
                for (int i = 0; i < REQUESTS_PER_SESSION; i++) {
                    // The context names the life: a handle's number may be used again before its end is reported.
                    Life life = new Life();
                    lives.put((long) (i + 1), life);
                    HINTERNET request = api.HttpOpenRequest(connect, "GET", "/", null, null, null, 0, i + 1);
                    if (request == null) {
                        // The callback has closed the parent already.
                        lives.remove((long) (i + 1));
                        ends.countDown();
                        continue;
                    }
                    handles.add(request);
                    start(life, api.HttpSendRequest(request, null, 0, null, 0));
                }
                for (int i = random.nextInt(200); i > 0; i--) {
                    Thread.onSpinWait();
                }
                closeInAnyOrder(session, connect);
                if (!ends.await(SECONDS, TimeUnit.SECONDS)) {
                    violations.add("session " + number + ": " + ends.getCount() + " requests never ended");
                }
                lives.forEach((key, life) -> life.violations()
                        .forEach(found -> violations.add("session " + number + " request " + key + ": " + found)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                violations.add("session " + number + ": " + e);
            }
        }

        private void start(Life life, boolean result) {
            if (!result && api.GetLastError() == Win32Error.ERROR_IO_PENDING) {
                life.pended.incrementAndGet();
            }
        }

        private void closeInAnyOrder(HINTERNET session, HINTERNET connect) {
            List<HINTERNET> order = new ArrayList<>(handles);
            Collections.shuffle(order, random);
            if (random.nextInt(4) == 0) {
                order.add(0, connect);
            }
            if (random.nextInt(4) == 0) {
                order.add(0, session);
            }
            order.forEach(api::InternetCloseHandle);
        }

        private void callback(HINTERNET handle, long context, int status, @Nullable LPVOID information, int length) {
            Life life = lives.get(context);
            if (life == null) {
                return;
            }
            if (status != InternetStatus.INTERNET_STATUS_HANDLE_CREATED) {
                life.enter(status);
            }
            try {
                if (statuses.incrementAndGet() == closeAt) {
                    api.InternetCloseHandle(closeAt % 7 == 0 ? handles.get(0) : handle);
                }
                if (status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE) {
                    start(life, api.InternetReadFile(handle, ByteBuffer.allocate(4096), 4096, new DwordRef()));
                }
            } finally {
                if (status != InternetStatus.INTERNET_STATUS_HANDLE_CREATED) {
                    life.leave();
                }
            }
            if (status == InternetStatus.INTERNET_STATUS_HANDLE_CLOSING) {
                ends.countDown();
            }
        }
    }
}
