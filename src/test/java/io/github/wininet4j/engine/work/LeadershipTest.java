package io.github.wininet4j.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.Waits;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One worker runs what events bring, until it is in a task that waits. */
final class LeadershipTest {
    /** False, and true where the JVM has virtual threads. */
    static Stream<Boolean> kinds() {
        return VirtualThreads.exist() ? Stream.of(false, true) : Stream.of(false);
    }

    /** Events that the test makes, and the workers that they are for. */
    private static final class Lead implements EventSource, AutoCloseable {
        final WorkerThreads workers;
        final CompletableFuture<Boolean> ended = new CompletableFuture<>();
        private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
        private final Leadership leadership;
        private volatile boolean closed;

        Lead(boolean virtual) {
            workers = new WorkerThreads(virtual);
            leadership = workers.lead(this);
        }

        void bring(Runnable task) {
            queue.add(task);
        }

        /** Brings a task and waits for the value that it sets. */
        <T> T run(java.util.function.Supplier<T> task) throws Exception {
            CompletableFuture<T> result = new CompletableFuture<>();
            bring(() -> result.complete(task.get()));
            return get(result);
        }

        /** Waits until tasks stay together: the first ones may take long, since they are the first. */
        Thread settled() throws Exception {
            Thread before = run(Thread::currentThread);
            Thread now = run(Thread::currentThread);
            while (now != before || !run(WorkerThreads::isLeading)) {
                before = now;
                now = run(Thread::currentThread);
            }
            return now;
        }

        @Override
        public void await(boolean wait) {
            Runnable task = queue.poll();
            if (task == null && wait && !closed) {
                try {
                    task = queue.take();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("the leader was interrupted", e);
                }
            }
            if (task != null) {
                workers.executeSoon(task);
            }
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void end() {
            ended.complete(true);
        }

        @Override
        public void close() {
            closed = true;
            queue.add(() -> {});
            leadership.close();
            workers.close();
        }
    }

    private static <T> T get(CompletableFuture<T> result) throws Exception {
        return result.get(Waits.SECONDS, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(Waits.SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aTaskThatFollows_runsOnTheSameThread_afterTheTaskThatLeftIt(boolean virtual) throws Exception {
        try (Lead lead = new Lead(virtual)) {
            Thread leader = lead.settled();
            CompletableFuture<Thread> follower = new CompletableFuture<>();
            AtomicBoolean leftByNow = new AtomicBoolean();
            CompletableFuture<Boolean> afterwards = new CompletableFuture<>();
            Thread first = lead.run(() -> {
                lead.workers.executeSoon(() -> {
                    afterwards.complete(leftByNow.get());
                    follower.complete(Thread.currentThread());
                });
                leftByNow.set(WorkerThreads.isLeading());
                return Thread.currentThread();
            });
            assertThat(first.getName()).isEqualTo(leader.getName());
            assertThat(get(follower).getName()).startsWith("wininet4j-");
            assertThat(get(afterwards) || get(follower) != first).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aTaskThatWaitsForALaterOne_isReplaced(boolean virtual) throws Exception {
        try (Lead lead = new Lead(virtual)) {
            lead.settled();
            CountDownLatch later = new CountDownLatch(1);
            CompletableFuture<Boolean> first = new CompletableFuture<>();
            lead.bring(() -> {
                await(later);
                first.complete(WorkerThreads.isLeading());
            });
            lead.bring(later::countDown);
            assertThat(get(first)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aTaskThatSaysThatItWillBlock_isReplaced_andWhatItLeftToFollowRuns(boolean virtual) throws Exception {
        try (Lead lead = new Lead(virtual)) {
            lead.settled();
            CountDownLatch follows = new CountDownLatch(1);
            CompletableFuture<Boolean> first = new CompletableFuture<>();
            lead.bring(() -> {
                lead.workers.executeSoon(follows::countDown);
                WorkerThreads.beforeBlocking();
                await(follows);
                first.complete(WorkerThreads.isLeading());
            });
            assertThat(get(first)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatATaskThrowsOrInterrupts_isGoneWithIt(boolean virtual) throws Exception {
        try (CapturedLog logged = CapturedLog.start();
                Lead lead = new Lead(virtual)) {
            lead.settled();
            lead.bring(() -> {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("meant to be logged");
            });
            assertThat(lead.run(() -> Thread.currentThread().isInterrupted())).isFalse();
            logged.awaitThrown("meant to be logged");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tasksThatFollowEachOtherForEver_keepNoEventWaiting(boolean virtual) throws Exception {
        try (Lead lead = new Lead(virtual)) {
            lead.settled();
            AtomicBoolean stop = new AtomicBoolean();
            CompletableFuture<Boolean> stopped = new CompletableFuture<>();
            Runnable again = new Runnable() {
                @Override
                public void run() {
                    if (stop.get()) {
                        stopped.complete(true);
                    } else {
                        lead.workers.executeSoon(this);
                    }
                }
            };
            lead.bring(again);
            lead.bring(() -> stop.set(true));
            assertThat(get(stopped)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theEnd_isSeenWhileTheLeaderIsInATask(boolean virtual) throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Lead lead = new Lead(virtual)) {
            lead.settled();
            CountDownLatch inTask = new CountDownLatch(1);
            lead.bring(() -> {
                inTask.countDown();
                await(release);
            });
            await(inTask);
            Thread closer = new Thread(lead::close);
            closer.start();
            assertThat(get(lead.ended)).isTrue();
            release.countDown();
            closer.join();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatATaskLeftToFollow_runs_thoughTheTaskClosesTheWorkers(boolean virtual) throws Exception {
        Lead lead = new Lead(virtual);
        AtomicInteger ran = new AtomicInteger();
        CompletableFuture<Integer> atTheEnd = new CompletableFuture<>();
        lead.settled();
        lead.bring(() -> {
            for (int i = 0; i < 100; i++) {
                lead.workers.executeSoon(ran::incrementAndGet);
            }
            lead.close();
            atTheEnd.complete(ran.get());
        });
        assertThat(get(lead.ended)).isTrue();
        assertThat(get(atTheEnd)).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void longTasks_getAWorkerEach(boolean virtual) throws Exception {
        try (Lead lead = new Lead(virtual)) {
            lead.settled();
            CountDownLatch together = new CountDownLatch(2);
            CompletableFuture<Boolean> apart = new CompletableFuture<>();
            // Nobody says that it blocks, so that only the count of long tasks or the monitor can know.
            Runnable meeting = () -> {
                together.countDown();
                await(together);
                apart.complete(true);
            };
            for (int i = 0; i < 64; i++) {
                lead.bring(() -> spin(TimeUnit.MICROSECONDS.toNanos(100)));
            }
            List.of(meeting, meeting).forEach(lead::bring);
            assertThat(get(apart)).isTrue();
        }
    }

    private static void spin(long nanos) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < nanos) {
            Thread.onSpinWait();
        }
    }
}
