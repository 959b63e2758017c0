package io.github.wininet4j.endurance.chaos;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.RequestCalls.Call;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LPVOID;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One handle of FTP or of a WebSocket on which a call pends and another follows. */
final class TransferPair {
    static final long CONTEXT = 1;

    /** Opens the handle that the calls are made on. */
    @FunctionalInterface
    interface Opening {
        /**
         * Opens it.
         *
         * @param pair whose session it is in
         * @param port the port of the server
         * @return the handle
         */
        HINTERNET open(TransferPair pair, int port) throws Exception;
    }

    /** Starts a server that holds the first call until a gate opens. */
    @FunctionalInterface
    interface Serving {
        /**
         * Starts it.
         *
         * @param gate what it waits for
         * @return the server
         */
        Server start(Gate gate);
    }

    /**
     * A server.
     *
     * @param port its port
     * @param end ends it
     */
    record Server(int port, AutoCloseable end) {}

    /**
     * A call that follows.
     *
     * @param call the call
     * @param outcomes the errors that it may end with at once, 0 among them for success
     */
    record Second(Call call, Set<Integer> outcomes) {}

    /**
     * A kind of handle.
     *
     * @param name what it is
     * @param serving its server
     * @param opening how it is opened
     * @param firsts the calls that pend
     * @param seconds the calls that follow
     */
    record Place(
            String name, Serving serving, Opening opening, Map<String, Call> firsts, Map<String, Second> seconds) {}

    private final BackEnd api;
    private final Place place;
    private final boolean elsewhere;
    private final HINTERNET session;
    private final BlockingQueue<INTERNET_ASYNC_RESULT> completions = new LinkedBlockingQueue<>();
    private final BlockingQueue<HINTERNET> closings = new LinkedBlockingQueue<>();
    private final Set<HINTERNET> created = ConcurrentHashMap.newKeySet();
    private final Set<HINTERNET> gone = ConcurrentHashMap.newKeySet();
    private final List<String> violations = new ArrayList<>();
    private int pended;

    TransferPair(BackEnd api, Place place, boolean elsewhere) {
        this.api = api;
        this.place = place;
        this.elsewhere = elsewhere;
        this.session = api.InternetOpen(
                "pair", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, InternetFlag.INTERNET_FLAG_ASYNC);
        api.InternetSetStatusCallback(session, this::callback);
    }

    BackEnd api() {
        return api;
    }

    HINTERNET session() {
        return session;
    }

    /** Makes a call that opens a handle, and waits for it. */
    HINTERNET opened(Supplier<@Nullable HINTERNET> call) throws InterruptedException {
        HINTERNET handle = call.get();
        if (handle == null && api.GetLastError() == Win32Error.ERROR_IO_PENDING) {
            INTERNET_ASYNC_RESULT done = completions.poll(Waits.SECONDS, TimeUnit.SECONDS);
            handle = done == null || done.dwResult == 0 ? null : new HINTERNET(done.dwResult);
        }
        if (handle == null) {
            throw new IllegalStateException("no handle: " + api.GetLastError());
        }
        return handle;
    }

    /** Makes a call and waits for it. */
    void done(Supplier<Boolean> call) throws InterruptedException {
        if (!call.get() && (api.GetLastError() != Win32Error.ERROR_IO_PENDING || !completed())) {
            throw new IllegalStateException("no such state: " + api.GetLastError());
        }
    }

    private boolean completed() throws InterruptedException {
        INTERNET_ASYNC_RESULT done = completions.poll(Waits.SECONDS, TimeUnit.SECONDS);
        return done != null && done.dwResult != 0;
    }

    /** Returns the promises that were broken. */
    List<String> run(Call first, Second second) throws Exception {
        Gate gate = new Gate();
        Server server = place.serving().start(gate);
        try {
            HINTERNET handle = place.opening().open(this, server.port());
            if (first.on(api, handle) || api.GetLastError() != Win32Error.ERROR_IO_PENDING) {
                violations.add("the first call did not pend, error " + api.GetLastError());
            } else {
                pended++;
                follow(second, handle);
                gate.open();
                if (second.call() != TransferPlaces.CLOSE) {
                    awaitSuccess();
                }
            }
        } finally {
            gate.open();
            end();
            server.end().close();
        }
        return violations;
    }

    private void awaitSuccess() throws InterruptedException {
        for (int i = 0; i < pended; i++) {
            INTERNET_ASYNC_RESULT done = completions.poll(Waits.SECONDS, TimeUnit.SECONDS);
            if (done == null || done.dwResult == 0) {
                violations.add("a call failed" + (done == null ? "" : " with " + done.dwError));
            }
        }
    }

    private void follow(Second second, HINTERNET handle) throws InterruptedException {
        Runnable call = () -> {
            int error = second.call().on(api, handle) ? 0 : api.GetLastError();
            if (!second.outcomes().contains(error)) {
                violations.add("error " + error + " instead of " + second.outcomes());
            }
            if (error == Win32Error.ERROR_IO_PENDING) {
                pended++;
            }
        };
        if (!elsewhere) {
            call.run();
            return;
        }
        Thread thread = new Thread(call);
        thread.start();
        thread.join(TimeUnit.SECONDS.toMillis(Waits.SECONDS));
        if (thread.isAlive()) {
            violations.add("the second call waits");
        }
    }

    private void end() throws InterruptedException {
        api.InternetCloseHandle(session);
        for (int i = 0; i < created.size(); i++) {
            HINTERNET closed = closings.poll(Waits.SECONDS, TimeUnit.SECONDS);
            if (closed == null) {
                violations.add("no HANDLE_CLOSING for one of " + created);
                return;
            }
            if (!gone.add(closed)) {
                violations.add("HANDLE_CLOSING twice");
            }
        }
        if (!completions.isEmpty() && violations.isEmpty() && completions.size() > pended) {
            violations.add("more completions than calls that pended");
        }
    }

    private void callback(HINTERNET handle, long context, int status, @Nullable LPVOID information, int length) {
        if (status == InternetStatus.INTERNET_STATUS_HANDLE_CREATED
                && information instanceof INTERNET_ASYNC_RESULT made) {
            created.add(new HINTERNET(made.dwResult));
        } else if (status == InternetStatus.INTERNET_STATUS_HANDLE_CLOSING) {
            closings.add(handle);
        } else if (status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE
                && information instanceof INTERNET_ASYNC_RESULT done) {
            completions.add(done);
        }
    }
}
