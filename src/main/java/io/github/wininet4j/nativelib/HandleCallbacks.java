package io.github.wininet4j.nativelib;

import com.sun.jna.Pointer;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.nativelib.memory.ForeignMemory;
import io.github.wininet4j.nativelib.memory.PendingResults;
import io.github.wininet4j.nativelib.memory.Results;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HTTP_WEB_SOCKET_ASYNC_RESULT;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.StatusCallback;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The handles of one library as far as their callbacks and pending calls are concerned.
 *
 * <p>A callback is found by the C function that the library calls, not by the handle. What is kept of handles only says
 * how long such a function is in use, and which calls pend: from the making of a handle to its last status, or to its
 * closing if it tells none (R-HANDLE-12). A number may be used again before the end of its former handle is
 * reported.
 */
final class HandleCallbacks {
    /** Asks the library for an option of pointer size. */
    @FunctionalInterface
    interface OptionQuery {
        /**
         * Asks.
         *
         * @param handle the handle
         * @param option the option
         * @return its value, 0 if there is none
         */
        long query(long handle, int option);
    }

    private final OptionQuery library;
    private final ForeignMemory memory;
    private final PendingResults<KnownHandle> pending = new PendingResults<>();

    /** Guards what follows. Not held while C or a callback is called. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<Long, KnownHandle> handles = new HashMap<>();
    private final IdentityHashMap<StatusCallback, StatusFunction> functions = new IdentityHashMap<>();

    HandleCallbacks(OptionQuery library, ForeignMemory memory) {
        this.library = library;
        this.memory = memory;
    }

    /** Returns the C function of a callback, which stays in use until {@link #release}. */
    StatusFunction acquire(StatusCallback callback) {
        lock.lock();
        try {
            StatusFunction function = functions.computeIfAbsent(callback, key -> StatusFunction.of(this, key));
            function.users++;
            return function;
        } finally {
            lock.unlock();
        }
    }

    void release(@Nullable StatusFunction function) {
        lock.lock();
        try {
            giveUp(function);
        } finally {
            lock.unlock();
        }
    }

    private void giveUp(@Nullable StatusFunction function) {
        if (function != null && --function.users == 0) {
            functions.remove(function.callback());
            function.retire();
        }
    }

    /**
     * Takes note of what {@code InternetSetStatusCallback} did.
     *
     * @param number the handle
     * @param function acquired for it, or null for no callback
     */
    void set(long number, @Nullable StatusFunction function) {
        lock.lock();
        try {
            KnownHandle handle = handles.computeIfAbsent(number, key -> new KnownHandle(key, null, null));
            StatusFunction before = handle.function;
            handle.function = function;
            giveUp(before);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes note of a handle that a function has returned; its parent's callback is its own from now on (R-CB-4).
     *
     * @param number the new handle
     * @param parent what it was made from; 0 for a session
     */
    void created(long number, long parent) {
        lock.lock();
        try {
            KnownHandle known = handles.get(number);
            // The library may have reported it already; else the number is used again.
            if (known == null || known.closing || !known.announced) {
                KnownHandle from = handles.get(parent);
                add(number, from, from == null ? null : from.function);
            }
        } finally {
            lock.unlock();
        }
    }

    private void announced(long number, long parent, StatusFunction function) {
        lock.lock();
        try {
            add(number, handles.get(parent), function).announced = true;
        } finally {
            lock.unlock();
        }
    }

    private KnownHandle add(long number, @Nullable KnownHandle parent, @Nullable StatusFunction function) {
        KnownHandle made = new KnownHandle(number, parent, function);
        if (function != null) {
            function.users++;
        }
        if (parent != null) {
            parent.addChild(made);
        }
        KnownHandle former = handles.put(number, made);
        if (former != null && (former.closing || former.announced)) {
            made.former = former;
        } else if (former != null) {
            forget(former);
        }
        return made;
    }

    /** Ends what is kept of a handle that is in no list any more. */
    private void forget(KnownHandle handle) {
        giveUp(handle.function);
        handle.function = null;
        if (handle.parent != null) {
            handle.parent.removeChild(handle);
        }
    }

    private void remove(KnownHandle handle) {
        KnownHandle last = handles.get(handle.number);
        if (last == handle) {
            if (handle.former == null) {
                handles.remove(handle.number);
            } else {
                handles.put(handle.number, handle.former);
            }
            forget(handle);
            return;
        }
        for (KnownHandle newer = last; newer != null; newer = newer.former) {
            if (newer.former == handle) {
                newer.former = handle.former;
                forget(handle);
                return;
            }
        }
    }

    /** Records a new context, which decides whether the handle will report its end. */
    void contextChanged(long number) {
        lock.lock();
        try {
            KnownHandle handle = handles.get(number);
            if (handle != null) {
                handle.announced = false;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Prepares for a call that closes a handle and all below it.
     *
     * @param number the handle
     * @return what is known of them and will not report its end, so that it ends with the call, in {@link #closed};
     *     and what will
     */
    Closing closing(long number) {
        List<KnownHandle> tree = new ArrayList<>(1);
        lock.lock();
        try {
            KnownHandle root = handles.get(number);
            if (root != null) {
                root.addTreeTo(tree);
            }
            tree.removeIf(handle -> handle.closing);
            tree.forEach(handle -> handle.closing = true);
        } finally {
            lock.unlock();
        }
        // Only a handle with a callback and a context reports its end (R-HANDLE-12).
        List<KnownHandle> silent = new ArrayList<>(tree.size());
        for (KnownHandle handle : tree) {
            if (handle.function == null
                    || (!handle.announced
                            && library.query(handle.number, InternetOption.INTERNET_OPTION_CONTEXT_VALUE) == 0)) {
                silent.add(handle);
            }
        }
        return new Closing(tree, silent);
    }

    /**
     * The handles that a call closes.
     *
     * @param tree all of them
     * @param silent those that will not report their end
     */
    record Closing(List<KnownHandle> tree, List<KnownHandle> silent) {}

    /** Forgets the closed handles whose end the library will not report. */
    void closed(Closing handles) {
        lock.lock();
        try {
            handles.silent().forEach(this::remove);
        } finally {
            lock.unlock();
        }
    }

    /** Takes back {@link #closing} for a call that failed. */
    void stillOpen(Closing handles) {
        lock.lock();
        try {
            handles.tree().forEach(handle -> handle.closing = false);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Remembers a call that may pend, before it is made: it can complete before it returns.
     *
     * @param number what it works on
     * @param results what it will have to move
     * @param opens whether it makes a handle at which it may complete
     * @return what to {@linkplain #withdraw withdraw} it from
     */
    KnownHandle expect(long number, Results results, boolean opens) {
        KnownHandle handle = known(number);
        if (opens) {
            lock.lock();
            try {
                handle.beginOpening(results);
            } finally {
                lock.unlock();
            }
        } else {
            pending.expect(handle, results);
        }
        return handle;
    }

    /**
     * A handle that the library made on its own, such as the connection of a URL, has a callback that only the library
     * knows.
     */
    private KnownHandle known(long number) {
        lock.lock();
        try {
            KnownHandle handle = handles.get(number);
            if (handle != null) {
                return handle;
            }
        } finally {
            lock.unlock();
        }
        long address = library.query(number, InternetOption.INTERNET_OPTION_CALLBACK);
        StatusFunction function = StatusFunction.at(address, this);
        lock.lock();
        try {
            KnownHandle handle = handles.get(number);
            return handle != null ? handle : add(number, null, function);
        } finally {
            lock.unlock();
        }
    }

    /** Takes back what {@link #expect} did, for a call that did not pend. */
    void withdraw(KnownHandle handle, Results results, boolean opens) {
        if (!opens) {
            pending.withdraw(handle, results);
            return;
        }
        List<Results> over;
        lock.lock();
        try {
            over = handle.withdrawOpening(results);
        } finally {
            lock.unlock();
        }
        over.forEach(others -> others.finish(true));
    }

    /**
     * Brings a status to a callback.
     *
     * @param via the C function that the library has called
     * @param callback what it stands for
     * @param number the handle
     * @param context its context
     * @param status an {@code INTERNET_STATUS_*} value
     * @param information what the status carries
     * @param length its length
     */
    void deliver(
            StatusFunction via,
            StatusCallback callback,
            long number,
            long context,
            int status,
            @Nullable Pointer information,
            int length) {
        LPVOID payload = StatusPayload.read(status, information, length, memory);
        if (status == InternetStatus.INTERNET_STATUS_HANDLE_CREATED
                && payload instanceof HandleRef made
                && made.value != null) {
            announced(made.value.value(), number, via);
        } else if (status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE) {
            complete(via, number, payload);
        } else if (status == InternetStatus.INTERNET_STATUS_HANDLE_CLOSING) {
            ended(via, number);
        }
        callback.callback(new HINTERNET(number), context, status, payload, length);
    }

    /** The caller's objects are filled before its callback is called. */
    private void complete(StatusFunction via, long number, @Nullable LPVOID payload) {
        boolean success = payload instanceof INTERNET_ASYNC_RESULT result && result.dwResult != 0;
        boolean beside = HTTP_WEB_SOCKET_ASYNC_RESULT.isOfReceive(payload);
        List<Results> over = List.of();
        KnownHandle waiting;
        lock.lock();
        try {
            KnownHandle last = handles.get(number);
            waiting = oldest(last, handle -> handle.function == via && pending.isPending(handle));
            if (waiting == null) {
                waiting = oldest(last, pending::isPending);
            }
            // A call on a parent may complete at the handle it made.
            KnownHandle opener = waiting == null ? last : null;
            while (opener != null && !opener.isOpening()) {
                opener = opener.parent;
            }
            over = opener == null ? over : opener.endOpening();
        } finally {
            lock.unlock();
        }
        if (waiting != null) {
            pending.complete(waiting, beside, success);
        }
        over.forEach(results -> results.finish(success));
    }

    /** A HANDLE_CLOSING that arrives late must not be applied to another handle that has the number by now. */
    private void ended(StatusFunction via, long number) {
        lock.lock();
        try {
            KnownHandle last = handles.get(number);
            KnownHandle handle = oldest(last, known -> known.closing && known.function == via);
            if (handle == null) {
                // The library closes by itself what hangs on a handle that only it knows.
                handle = oldest(last, known -> known.function == via && !pending.isPending(known));
            }
            if (handle != null) {
                remove(handle);
                pending.closed(handle);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Of several handles of one number, a status is of the oldest that can have it. */
    private static @Nullable KnownHandle oldest(@Nullable KnownHandle last, Predicate<KnownHandle> condition) {
        KnownHandle found = null;
        for (KnownHandle handle = last; handle != null; handle = handle.former) {
            if (condition.test(handle)) {
                found = handle;
            }
        }
        return found;
    }

    /** Forgets all, when the library is closed and makes no more calls. */
    void close() {
        lock.lock();
        try {
            handles.clear();
            functions.values().forEach(function -> {
                function.retire();
                function.forget();
            });
            functions.clear();
        } finally {
            lock.unlock();
        }
    }
}
