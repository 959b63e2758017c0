package io.github.wininet4j.testing;

import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.StatusCallback;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A callback that records every status, lets a test wait for one, and watches what holds for all: callbacks for one
 * handle never run at the same time on two threads, and none comes after {@code HANDLE_CLOSING} (R-SEQ-15).
 *
 * <p>That of a {@link TestEngine} fails the test where something is against that; one made with {@code new} has to be
 * checked with {@link #assertNoViolations()}.
 */
public final class StatusLog implements StatusCallback {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by lock.
    private final List<StatusEntry> entries = new ArrayList<>();
    private final Set<StatusEntry> taken = identitySet();
    private final List<Throwable> violations = new ArrayList<>();
    private final Map<Integer, List<StatusCallback>> actions = new HashMap<>();
    private final Set<HINTERNET> closed = new HashSet<>();
    private final Map<HINTERNET, Set<StatusEntry>> running = new HashMap<>();

    /** Creates an empty log. */
    public StatusLog() {}

    @Override
    public void callback(
            HINTERNET hInternet,
            long dwContext,
            int dwInternetStatus,
            @Nullable LPVOID lpvStatusInformation,
            int dwStatusInformationLength) {
        StatusEntry entry = new StatusEntry(
                dwInternetStatus,
                hInternet,
                dwContext,
                Thread.currentThread(),
                StatusEntry.copy(lpvStatusInformation),
                dwStatusInformationLength);
        List<StatusCallback> toRun = enter(entry);
        try {
            for (StatusCallback action : toRun) {
                action.callback(
                        hInternet, dwContext, dwInternetStatus, lpvStatusInformation, dwStatusInformationLength);
            }
        } finally {
            leave(entry);
        }
    }

    private List<StatusCallback> enter(StatusEntry entry) {
        lock.lock();
        try {
            HINTERNET subject = subject(entry);
            if (entry.status() == StatusNames.HANDLE_CREATED) {
                closed.remove(subject); // numbers are used again, R-HANDLE-4
            }
            if (closed.contains(entry.handle())) {
                violations.add(new AssertionError(entry + " came after HANDLE_CLOSING"));
            }
            Set<StatusEntry> others = running.computeIfAbsent(subject, handle -> identitySet());
            for (StatusEntry other : others) {
                if (other.thread() != entry.thread()) {
                    violations.add(new AssertionError(entry + " came while the callback was still in " + other));
                }
            }
            others.add(entry);
            if (entry.status() == StatusNames.HANDLE_CLOSING) {
                closed.add(entry.handle());
            }
            entries.add(entry);
            changed.signalAll();
            return List.copyOf(actions.getOrDefault(entry.status(), List.of()));
        } finally {
            lock.unlock();
        }
    }

    private void leave(StatusEntry entry) {
        lock.lock();
        try {
            HINTERNET subject = subject(entry);
            Set<StatusEntry> others = running.get(subject);
            if (others != null && others.remove(entry) && others.isEmpty()) {
                running.remove(subject);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private static Set<StatusEntry> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Two children of one parent may be created at a time: their {@code HANDLE_CREATED} counts as theirs. */
    private static HINTERNET subject(StatusEntry entry) {
        return entry.status() == StatusNames.HANDLE_CREATED && entry.payload() instanceof HINTERNET created
                ? created
                : entry.handle();
    }

    /**
     * Runs something inside each later callback with this status, on the callback's thread. If it throws, that is a
     * violation; the caller of the callback does not see it.
     *
     * @param status the {@code INTERNET_STATUS_*} value
     * @param action what to run
     * @return this
     */
    public StatusLog on(int status, Consumer<StatusEntry> action) {
        return onRaw(
                status,
                (handle, context, value, information, length) -> action.accept(new StatusEntry(
                        value, handle, context, Thread.currentThread(), StatusEntry.copy(information), length)));
    }

    /**
     * As {@link #on}, but the action gets the callback's own arguments, so that it can write to the status information.
     *
     * @param status the {@code INTERNET_STATUS_*} value
     * @param action what to run
     * @return this
     */
    public StatusLog onRaw(int status, StatusCallback action) {
        return add(status, (handle, context, value, information, length) -> {
            try {
                action.callback(handle, context, value, information, length);
            } catch (RuntimeException | AssertionError e) {
                violation(e);
            }
        });
    }

    /**
     * Throws out of each later callback with this status, as a careless program would (R-CB-14).
     *
     * @param status the {@code INTERNET_STATUS_*} value
     * @param exception makes the exception
     * @return this
     */
    public StatusLog throwOn(int status, Supplier<? extends RuntimeException> exception) {
        return add(status, (handle, context, value, information, length) -> {
            throw exception.get();
        });
    }

    private StatusLog add(int status, StatusCallback action) {
        lock.lock();
        try {
            actions.computeIfAbsent(status, key -> new ArrayList<>()).add(action);
            return this;
        } finally {
            lock.unlock();
        }
    }

    private void violation(Throwable what) {
        lock.lock();
        try {
            violations.add(what);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the next {@code REQUEST_COMPLETE} that no earlier call returned.
     *
     * @return a copy of its result
     */
    public INTERNET_ASYNC_RESULT awaitComplete() {
        return take("REQUEST_COMPLETE", entry -> true).asyncResult();
    }

    /**
     * Waits for the next {@code REQUEST_COMPLETE} of one handle that no earlier call returned.
     *
     * @param handle the handle that the callback is called for
     * @return a copy of its result
     */
    public INTERNET_ASYNC_RESULT awaitComplete(HINTERNET handle) {
        return take("REQUEST_COMPLETE of " + handle, entry -> entry.handle().equals(handle))
                .asyncResult();
    }

    /**
     * Waits until no callback of a handle runs: one that was waited for may still be on its way back.
     *
     * @param handle the handle
     */
    public void awaitReturned(HINTERNET handle) {
        long left = TimeUnit.SECONDS.toNanos(Waits.SECONDS);
        lock.lock();
        try {
            while (running.containsKey(handle)) {
                if (left <= 0) {
                    throw new AssertionError("a callback of " + handle + " did not return");
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            lock.unlock();
        }
    }

    private StatusEntry take(String what, Predicate<StatusEntry> wanted) {
        lock.lock();
        try {
            StatusEntry found = await(
                    what,
                    1,
                    entry -> entry.status() == StatusNames.REQUEST_COMPLETE
                            && wanted.test(entry)
                            && !taken.contains(entry));
            taken.add(found);
            return found;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a status was seen.
     *
     * @param status the {@code INTERNET_STATUS_*} value
     * @return its first entry
     */
    public StatusEntry await(int status) {
        return await(status, 1);
    }

    /**
     * Waits until a status was seen a number of times.
     *
     * @param status the {@code INTERNET_STATUS_*} value
     * @param times how often
     * @return the entry that made the number full
     */
    public StatusEntry await(int status, int times) {
        return await(times + " x " + StatusNames.of(status), times, entry -> entry.status() == status);
    }

    /**
     * Waits for {@code HANDLE_CLOSING} of a handle.
     *
     * @param handle the handle
     * @return its entry
     */
    public StatusEntry awaitClosing(HINTERNET handle) {
        return await(
                "HANDLE_CLOSING of " + handle,
                1,
                entry -> entry.status() == StatusNames.HANDLE_CLOSING
                        && entry.handle().equals(handle));
    }

    private StatusEntry await(String what, int times, Predicate<StatusEntry> wanted) {
        long left = TimeUnit.SECONDS.toNanos(Waits.SECONDS);
        lock.lock();
        try {
            while (true) {
                List<StatusEntry> found = entries.stream().filter(wanted).toList();
                if (found.size() >= times) {
                    return found.get(times - 1);
                }
                if (left <= 0) {
                    throw new AssertionError("no " + what + " within " + Waits.SECONDS + " s; seen: " + entries);
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what + "; seen: " + entries, e);
        } finally {
            lock.unlock();
        }
    }

    /** Returns the entries since the start or the last {@link #clear}, oldest first. */
    public List<StatusEntry> entries() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns what was seen with one status.
     *
     * @param status the {@code INTERNET_STATUS_*} value
     * @return its entries, oldest first
     */
    public List<StatusEntry> entries(int status) {
        return entries().stream().filter(entry -> entry.status() == status).toList();
    }

    /**
     * Returns what was seen for one handle.
     *
     * @param handle the handle
     * @return its entries, oldest first
     */
    public List<StatusEntry> entries(HINTERNET handle) {
        return entries().stream().filter(entry -> entry.handle().equals(handle)).toList();
    }

    /** Returns the values that were seen, oldest first. */
    public List<Integer> statuses() {
        return entries().stream().map(StatusEntry::status).toList();
    }

    /** Returns the names that were seen: for example {@code SENDING_REQUEST, REQUEST_SENT}, oldest first. */
    public List<String> names() {
        return entries().stream().map(StatusEntry::name).toList();
    }

    /** Forgets the entries, so that the next sequence starts here. Violations, closed handles and actions stay. */
    public void clear() {
        lock.lock();
        try {
            entries.clear();
            taken.clear();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Checks everything that was seen so far against a pattern.
     *
     * @param pattern names in order; {@code ?}, {@code *} and {@code +} repeat as in a regular expression, also for a
     *     group: {@code "(RESOLVING_NAME NAME_RESOLVED)?"}; {@code |} separates alternatives
     */
    public void assertSequence(String... pattern) {
        NamePattern.ofStatuses(pattern).check(names());
    }

    /**
     * As {@link #assertSequence(String...)}, for the statuses of one handle.
     *
     * @param handle the handle that the callback was called for
     * @param pattern names in order
     */
    public void assertSequence(HINTERNET handle, String... pattern) {
        NamePattern.ofStatuses(pattern)
                .check(entries(handle).stream().map(StatusEntry::name).toList());
    }

    /** Returns what broke a rule that holds for every callback. */
    public List<Throwable> violations() {
        lock.lock();
        try {
            return List.copyOf(violations);
        } finally {
            lock.unlock();
        }
    }

    /** Fails if callbacks of a handle ran at the same time, came after its end, or an action inside one failed. */
    public void assertNoViolations() {
        Waits.throwAll("the callbacks broke a rule", violations());
    }
}
