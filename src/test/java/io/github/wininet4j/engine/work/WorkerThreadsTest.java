package io.github.wininet4j.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.Waits;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The workers of an engine, on daemon threads everywhere and on virtual threads where the JVM has them. */
final class WorkerThreadsTest {
    /** False, and true where the JVM has virtual threads. */
    static Stream<Boolean> kinds() {
        return VirtualThreads.exist() ? Stream.of(false, true) : Stream.of(false);
    }

    private static WorkerThreads workers(boolean virtual) {
        return new WorkerThreads(virtual);
    }

    private static <T> T get(CompletableFuture<T> result) throws Exception {
        return result.get(Waits.SECONDS, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tasks_runOnNamedDaemons_thatEndWithTheEngine(boolean virtual) throws Exception {
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        try (WorkerThreads workers = workers(virtual)) {
            workers.execute(() -> worker.complete(Thread.currentThread()));
            assertThat(get(worker).getName()).startsWith("wininet4j-");
            assertThat(get(worker).isDaemon()).isTrue();
        }
        get(worker).join(TimeUnit.SECONDS.toMillis(Waits.SECONDS));
        assertThat(get(worker).isAlive()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aTaskThatThrows_leavesTheWorkersAsTheyWere(boolean virtual) throws Exception {
        CompletableFuture<Boolean> next = new CompletableFuture<>();
        try (CapturedLog logged = CapturedLog.start();
                WorkerThreads workers = workers(virtual)) {
            workers.execute(() -> {
                throw new IllegalStateException("meant to be logged");
            });
            workers.execute(() -> next.complete(true));
            assertThat(get(next)).isTrue();
            logged.awaitThrown("meant to be logged");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void close_waitsForTasksThatRun_andRefusesNewOnes(boolean virtual) throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        CompletableFuture<Boolean> refused = new CompletableFuture<>();
        WorkerThreads workers = workers(virtual);
        workers.execute(() -> {
            // Until close has begun.
            boolean rejected = false;
            while (!rejected) {
                try {
                    workers.execute(() -> {});
                    Thread.onSpinWait();
                } catch (RejectedExecutionException e) {
                    rejected = true;
                }
            }
            refused.complete(true);
            awaitQuietly(release);
            ended.complete(true);
        });
        CompletableFuture<Boolean> endedAtClose = CompletableFuture.supplyAsync(() -> {
            workers.close();
            return ended.isDone();
        });

        assertThat(get(refused)).isTrue();
        assertThat(endedAtClose.isDone()).isFalse();
        release.countDown();
        assertThat(get(endedAtClose)).isTrue();
        assertThatThrownBy(() -> workers.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void close_byAWorker_doesNotWaitForItself(boolean virtual) throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        WorkerThreads workers = workers(virtual);
        workers.execute(() -> {
            workers.close();
            closed.complete(true);
        });
        assertThat(get(closed)).isTrue();
    }
}
