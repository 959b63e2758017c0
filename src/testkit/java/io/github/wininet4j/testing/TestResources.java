package io.github.wininet4j.testing;

import io.github.wininet4j.BackEnd;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** What ends with a test: first its back ends, then the rest in reverse order; last the status logs are checked. */
final class TestResources {
    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by lock.
    private final Deque<AutoCloseable> backEnds = new ArrayDeque<>();
    private final Deque<AutoCloseable> others = new ArrayDeque<>();
    private final List<StatusLog> logs = new ArrayList<>();

    BackEnd addBackEnd(BackEnd backEnd) {
        remember(backEnds, backEnd);
        return backEnd;
    }

    <T extends AutoCloseable> T add(T resource) {
        remember(others, resource);
        return resource;
    }

    StatusLog newLog() {
        StatusLog log = new StatusLog();
        remember(logs, log);
        return log;
    }

    private <T> void remember(Collection<T> where, T what) {
        lock.lock();
        try {
            if (where instanceof Deque<T> stack) {
                stack.push(what);
            } else {
                where.add(what);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends everything; throws the first failure with the others attached. */
    void end() {
        List<Throwable> failures = new ArrayList<>();
        for (AutoCloseable backEnd : take(backEnds)) {
            closing(() -> Waits.within("closing a back end", backEnd::close), failures);
        }
        for (AutoCloseable other : take(others)) {
            closing(other, failures);
        }
        for (StatusLog log : take(logs)) {
            closing(log::assertNoViolations, failures);
        }
        Waits.throwAll("the test could not be ended cleanly", failures);
    }

    private <T> List<T> take(Collection<T> from) {
        lock.lock();
        try {
            List<T> taken = List.copyOf(from);
            from.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private static void closing(AutoCloseable resource, List<Throwable> failures) {
        try {
            resource.close();
        } catch (Exception | AssertionError e) {
            failures.add(e);
        }
    }
}
