package io.github.wininet4j.cli;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.StatusCallback;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A callback that logs its calls and lets other threads wait for them. */
public final class EventLog implements StatusCallback {
    /** Limit of every wait, reached only if the event does not occur. */
    private static final int LIMIT_SECONDS = 120;

    /**
     * One callback.
     *
     * @param handle the handle it was about
     * @param context the context value
     * @param status the status
     * @param created the handle that HANDLE_CREATED announces, or null
     * @param completion what REQUEST_COMPLETE carries, or null
     * @param thread the name of the thread that called back
     */
    public record Event(
            HINTERNET handle,
            long context,
            int status,
            @Nullable HINTERNET created,
            @Nullable CallResult completion,
            String thread) {
        /**
         * Whether it has a status.
         *
         * @param wanted the status
         * @return whether
         */
        public boolean is(int wanted) {
            return status == wanted;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<Event> events = new ArrayList<>();

    /** Creates an empty log. */
    public EventLog() {}

    @Override
    public void callback(HINTERNET hInternet, long dwContext, int status, @Nullable LPVOID info, int length) {
        HINTERNET created =
                status == InternetStatus.INTERNET_STATUS_HANDLE_CREATED ? StatusText.createdHandle(info) : null;
        CallResult completion =
                info instanceof INTERNET_ASYNC_RESULT async && status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE
                        ? new CallResult(async.dwResult, async.dwError, true)
                        : null;
        Event event = new Event(
                hInternet,
                dwContext,
                status,
                created,
                completion,
                Thread.currentThread().getName());
        lock.lock();
        try {
            events.add(event);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there are so many events of a kind.
     *
     * @param what names them in the failure
     * @param kind which
     * @param count how many
     * @return the last of them
     * @throws ExpectationFailedException if they do not occur
     * @throws InterruptedException if the wait is interrupted
     */
    public Event await(String what, Predicate<Event> kind, int count) throws InterruptedException {
        long left = TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        lock.lock();
        try {
            while (true) {
                List<Event> found = events.stream().filter(kind).toList();
                if (found.size() >= count) {
                    return found.get(count - 1);
                }
                if (left <= 0) {
                    throw new ExpectationFailedException(what + " did not occur within " + LIMIT_SECONDS + " s");
                }
                left = grown.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the events so far of a kind.
     *
     * @param kind which
     * @return in the order of arrival
     */
    public List<Event> all(Predicate<Event> kind) {
        lock.lock();
        try {
            return events.stream().filter(kind).toList();
        } finally {
            lock.unlock();
        }
    }
}
