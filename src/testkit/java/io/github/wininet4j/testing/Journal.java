package io.github.wininet4j.testing;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.function.HttpFunctions;
import io.github.wininet4j.testing.JournalEntry.Kind;
import io.github.wininet4j.trace.TraceListener;
import io.github.wininet4j.trace.TracedCall;
import io.github.wininet4j.trace.TracedStatus;
import io.github.wininet4j.type.HINTERNET;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a program called and what it was told, in order: a call stands where it returned, so the statuses of a
 * synchronous call stand before it. Statuses are those that the program's own callbacks get.
 *
 * <p>The engine of a {@link TestEngine} writes it; {@code WinInets.traced(backEnd, new Journal())} does for any other
 * back end.
 */
public final class Journal implements TraceListener {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by lock.
    private final List<JournalEntry> entries = new ArrayList<>();
    /** The handles that are open, each with the one that it was opened on, or null. */
    private final Map<HINTERNET, @Nullable HINTERNET> open = new LinkedHashMap<>();

    /** Creates an empty journal. */
    public Journal() {}

    @Override
    public void called(TracedCall call, HttpFunctions http) {
        HINTERNET handle = firstHandle(call.arguments());
        lock.lock();
        try {
            if (call.result() instanceof HINTERNET opened) {
                open.put(opened, handle);
            }
            if (call.name().equals("InternetCloseHandle") && Boolean.TRUE.equals(call.result()) && handle != null) {
                forget(handle);
            }
            add(new JournalEntry(Kind.CALL, call.name(), handle, call.result(), call.error(), call.toString()));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void notified(TracedStatus status, HttpFunctions http) {
        Object payload = StatusEntry.copy(status.information());
        lock.lock();
        try {
            if (status.status() == InternetStatus.INTERNET_STATUS_HANDLE_CREATED
                    && payload instanceof HINTERNET created) {
                open.put(created, status.handle());
            }
            if (status.status() == InternetStatus.INTERNET_STATUS_HANDLE_CLOSING) {
                forget(status.handle());
            }
            String name = StatusNames.of(status.status());
            add(new JournalEntry(Kind.STATUS, name, status.handle(), payload, 0, status.toString()));
        } finally {
            lock.unlock();
        }
    }

    private static @Nullable HINTERNET firstHandle(List<@Nullable Object> arguments) {
        return !arguments.isEmpty() && arguments.get(0) instanceof HINTERNET handle ? handle : null;
    }

    private void add(JournalEntry entry) {
        entries.add(entry);
        changed.signalAll();
    }

    /** A handle ends with the one that it was opened on. */
    private void forget(HINTERNET handle) {
        open.remove(handle);
        List<HINTERNET> children = open.entrySet().stream()
                .filter(each -> handle.equals(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        children.forEach(this::forget);
    }

    /** Returns everything so far, oldest first. */
    public List<JournalEntry> entries() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }

    /** Returns the calls so far, oldest first. */
    public List<JournalEntry> calls() {
        return all(entry -> entry.kind() == Kind.CALL);
    }

    /**
     * Returns the calls of one function.
     *
     * @param function its name
     * @return the calls, oldest first
     */
    public List<JournalEntry> calls(String function) {
        return all(entry -> entry.kind() == Kind.CALL && entry.name().equals(function));
    }

    /** Returns the calls that failed, oldest first; one that goes on has not. */
    public List<JournalEntry> failures() {
        return all(entry -> entry.error() != 0 && entry.error() != Win32Error.ERROR_IO_PENDING);
    }

    /** Returns the statuses so far, oldest first. */
    public List<JournalEntry> statuses() {
        return all(entry -> entry.kind() == Kind.STATUS);
    }

    /**
     * Returns the statuses of one handle.
     *
     * @param handle the handle
     * @return the statuses, oldest first
     */
    public List<JournalEntry> statuses(HINTERNET handle) {
        return all(entry -> entry.kind() == Kind.STATUS && handle.equals(entry.handle()));
    }

    private List<JournalEntry> all(Predicate<JournalEntry> wanted) {
        return entries().stream().filter(wanted).toList();
    }

    /** Returns the handles that were opened and not closed yet, each before those that were opened on it. */
    public List<HINTERNET> openHandles() {
        lock.lock();
        try {
            return List.copyOf(open.keySet());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a status was told.
     *
     * @param name its name without the prefix, such as {@code REQUEST_COMPLETE}
     * @return its first entry
     */
    public JournalEntry awaitStatus(String name) {
        if (!StatusNames.isName(name)) {
            throw new IllegalArgumentException("no status is called " + name);
        }
        long left = TimeUnit.SECONDS.toNanos(Waits.SECONDS);
        lock.lock();
        try {
            while (true) {
                for (JournalEntry entry : entries) {
                    if (entry.kind() == Kind.STATUS && entry.name().equals(name)) {
                        return entry;
                    }
                }
                if (left <= 0) {
                    throw new AssertionError("no " + name + " within " + Waits.SECONDS + " s; there were\n" + this);
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + name, e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Checks the names of all calls so far.
     *
     * @param pattern names in order; {@code ?}, {@code *} and {@code +} repeat as in a regular expression, also for a
     *     group: {@code "(InternetReadFile)+"}; {@code |} separates alternatives
     */
    public void assertCalls(String... pattern) {
        NamePattern.ofCalls(pattern).check(names(calls()));
    }

    /**
     * Checks the names of all statuses so far.
     *
     * @param pattern names without their prefix in order, as in {@link #assertCalls}
     */
    public void assertStatuses(String... pattern) {
        NamePattern.ofStatuses(pattern).check(names(statuses()));
    }

    /**
     * Checks the names of the statuses of one handle.
     *
     * @param handle the handle
     * @param pattern names without their prefix in order, as in {@link #assertCalls}
     */
    public void assertStatuses(HINTERNET handle, String... pattern) {
        NamePattern.ofStatuses(pattern).check(names(statuses(handle)));
    }

    /** Fails if a handle is open. */
    public void assertAllClosed() {
        List<HINTERNET> left = openHandles();
        if (!left.isEmpty()) {
            throw new AssertionError("still open: " + left + "\n" + this);
        }
    }

    private static List<String> names(List<JournalEntry> entries) {
        return entries.stream().map(JournalEntry::name).toList();
    }

    /** Forgets calls and statuses; which handles are open it still knows. */
    public void clear() {
        lock.lock();
        try {
            entries.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Returns a line for each call and each status. */
    @Override
    public String toString() {
        return entries().stream().map(JournalEntry::toString).collect(Collectors.joining("\n"));
    }
}
