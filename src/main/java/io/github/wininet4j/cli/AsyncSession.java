package io.github.wininet4j.cli;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.StatusCallback;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A session in asynchronous mode: makes transfers, runs them concurrently, and passes each callback to its transfer.
 */
final class AsyncSession implements AutoCloseable {
    private final WinInet raw;
    private final WinInet wininet;
    private final HINTERNET handle;
    private final AsyncHttpOptions options;
    private final @Nullable LoginDialog dialog;
    /** By context value. */
    private final Map<Long, TransferRun> runs = new ConcurrentHashMap<>();

    private final List<Transfer> transfers = new ArrayList<>();
    /**
     * Not bounded: a call that must not pend waits on its thread for a connection, and the transfer that has the
     * connection needs a thread to give it back.
     */
    private final ExecutorService threads;

    private AsyncSession(
            WinInet raw, WinInet wininet, HINTERNET handle, AsyncHttpOptions options, @Nullable LoginDialog dialog) {
        this.raw = raw;
        this.wininet = wininet;
        this.handle = handle;
        this.options = options;
        this.dialog = dialog;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "program-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Opens a session and sets its options and its callback.
     *
     * @param back where
     * @param options what the user asked for
     * @param dialog asks the user for names and passwords, or null if there is nobody to ask
     * @param trace prints the calls
     * @return the session
     * @throws CallFailedException if a call fails
     */
    static AsyncSession open(
            WinInet back, AsyncHttpOptions options, @Nullable LoginDialog dialog, TransferTrace trace) {
        WinInet wininet = trace.wrap(back);
        if (options.maxConnections > 0) {
            setOption(wininet, null, InternetOption.INTERNET_OPTION_MAX_CONNS_PER_SERVER, options.maxConnections);
        }
        HINTERNET handle = wininet.InternetOpen(
                "wininet4j asynchttp",
                options.proxy == null
                        ? InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG
                        : InternetFlag.INTERNET_OPEN_TYPE_PROXY,
                options.proxy,
                options.proxyBypass,
                InternetFlag.INTERNET_FLAG_ASYNC);
        if (handle == null) {
            throw new CallFailedException("InternetOpen", wininet.GetLastError());
        }
        AsyncSession session = new AsyncSession(back, wininet, handle, options, dialog);
        // Handles made from here on inherit the callback (R-CB-4).
        StatusCallback previous = wininet.InternetSetStatusCallback(handle, session::callback);
        if (previous == StatusCallback.INTERNET_INVALID_STATUS_CALLBACK) {
            throw new CallFailedException("InternetSetStatusCallback", wininet.GetLastError());
        }
        if (options.script != null) {
            setScript(wininet, handle, scriptUrl(options.script));
        }
        if (options.timeoutMillis > 0) {
            setOption(wininet, handle, InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT, options.timeoutMillis);
            setOption(wininet, handle, InternetOption.INTERNET_OPTION_SEND_TIMEOUT, options.timeoutMillis);
            setOption(wininet, handle, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, options.timeoutMillis);
        }
        return session;
    }

    private static void setOption(WinInet wininet, @Nullable HINTERNET handle, int option, int value) {
        if (!wininet.InternetSetOption(handle, option, new DwordRef(value), Integer.BYTES)) {
            throw new CallFailedException(
                    "InternetSetOption(" + InternetOption.name(option) + ")", wininet.GetLastError());
        }
    }

    private static String scriptUrl(String value) {
        return value.contains("://") || value.startsWith("data:")
                ? value
                : Path.of(value).toUri().toString();
    }

    /** On a session handle the settings hold for this process and are kept nowhere (R-PROXY-16). */
    private static void setScript(WinInet wininet, HINTERNET session, String url) {
        INTERNET_PER_CONN_OPTION flags = new INTERNET_PER_CONN_OPTION();
        flags.dwOption = ProxyType.INTERNET_PER_CONN_FLAGS;
        flags.dwValue = ProxyType.PROXY_TYPE_DIRECT | ProxyType.PROXY_TYPE_AUTO_PROXY_URL;
        INTERNET_PER_CONN_OPTION script = new INTERNET_PER_CONN_OPTION();
        script.dwOption = ProxyType.INTERNET_PER_CONN_AUTOCONFIG_URL;
        script.pszValue = url;
        INTERNET_PER_CONN_OPTION_LIST list = new INTERNET_PER_CONN_OPTION_LIST();
        list.pOptions = new INTERNET_PER_CONN_OPTION[] {flags, script};
        list.dwOptionCount = list.pOptions.length;
        int option = InternetOption.INTERNET_OPTION_PER_CONNECTION_OPTION;
        if (!wininet.InternetSetOption(session, option, list, list.sizeof())) {
            throw new CallFailedException(
                    "InternetSetOption(" + InternetOption.name(option) + ")", wininet.GetLastError());
        }
    }

    /** Adds a transfer; its context value is its place in the run, since zero would mean no callbacks. */
    void add(String url, BodyTarget target, Progress progress, TransferTrace trace) {
        long context = transfers.size() + 1L;
        transfers.add(new Transfer(raw, handle, options, dialog, context, url, target, progress, trace));
    }

    /**
     * Runs all transfers and waits until the last handle of each has ended.
     *
     * @return the runs, in the order in which the transfers were added
     * @throws InterruptedException if the wait is interrupted
     */
    List<TransferRun> run() throws InterruptedException {
        CountDownLatch left = new CountDownLatch(transfers.size());
        List<TransferRun> all = new ArrayList<>();
        for (Transfer transfer : transfers) {
            TransferRun run = new TransferRun(transfer, threads, () -> {
                transfer.ended();
                left.countDown();
            });
            runs.put(transfer.context(), run);
            all.add(run);
        }
        all.forEach(TransferRun::start);
        left.await();
        return all;
    }

    private void callback(HINTERNET hInternet, long context, int status, @Nullable LPVOID info, int length) {
        TransferRun run = runs.get(context);
        if (run != null) {
            run.callback(hInternet, status, info, length);
        }
    }

    /** Closes the session. */
    @Override
    public void close() {
        wininet.InternetCloseHandle(handle);
        threads.shutdown();
    }
}
