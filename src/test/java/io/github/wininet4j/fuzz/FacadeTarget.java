package io.github.wininet4j.fuzz;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.Folders;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.TextBuffer;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The facade as a state machine: each four bytes are a call, with handle and arguments. Nothing throws, each failure
 * has an error, each pended call completes once, and every handle that was opened ends with HANDLE_CLOSING.
 */
final class FacadeTarget implements FuzzTarget {
    private static final int BYTES_PER_CALL = 4;
    private static final int MAX_CALLS = 24;
    private static final List<String> TEXTS = List.of(
            "",
            "/0",
            "/1",
            "/2",
            "/3",
            "/4",
            "/5",
            "/6",
            "/7",
            "/8",
            "/9",
            "GET",
            "POST",
            "X: y",
            "X: y\r\nZ:",
            "bad",
            "http://127.0.0.1/",
            "\u00E4\u4E2D",
            "a b",
            "%",
            "*/*",
            "HTTP/1.0");

    private final FacadeServer server = new FacadeServer();
    private final BackEnd api = WinInets.engine(WinInetConfig.defaults()
            .withDataDirectory(Folders.make("facade"))
            .withResolver(name -> List.of(InetAddress.getByName(FacadeServer.HOST))));

    @Override
    public String run(byte[] input) throws Exception {
        return new Sequence(input).run();
    }

    @Override
    public List<String> words() {
        // Mostly what opens, sends and reads: other calls come from changed bytes.
        return List.of(
                "\0\0\0\0",
                "\u0001\0\0\0",
                "\u0002\u0001\u0001\0",
                "\u0003\u0002\0\0",
                "\u0004\u0002\0\0",
                "\u0005\u0002\0\0",
                "\u0006\u0002\0\0",
                "\u0007\u0002\u0005\0",
                "\b\u0002\0\0",
                "\t\u0002\0\0",
                "\n\u0002\0\0",
                "\u000B\u0002\u0013\0",
                "\f\u0002\r\0",
                "\r\u0002\0\0",
                "\u000E\0\u0001\0",
                "\u000F\u0002\0\0",
                "\0\u0001\0\0",
                "\u0002\u0001\u0004\u000C",
                "\u0002\u0001\u0006\0");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.handle", "engine.call", "engine.transfer", "engine.http");
    }

    /** One sequence of calls, from its first handle to the end of its last. */
    private final class Sequence {
        private final byte[] input;
        private final List<@Nullable HINTERNET> handles = new ArrayList<>();
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        // Guarded by lock.
        private int created;
        private int ended;
        private int completed;

        private int pended;
        private int at;
        private int failures;

        Sequence(byte[] input) {
            this.input = input;
            handles.add(null);
        }

        private int next() {
            return at < input.length ? input[at++] & 0xFF : 0;
        }

        private @Nullable HINTERNET handle(int choice) {
            return handles.get(choice % handles.size());
        }

        private static String text(int choice) {
            return TEXTS.get(choice % TEXTS.size());
        }

        String run() throws InterruptedException {
            // A call that waits for a connection which the same thread holds would wait for long.
            for (int option : new int[] {
                InternetOption.INTERNET_OPTION_MAX_CONNS_PER_SERVER,
                InternetOption.INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER
            }) {
                api.InternetSetOption(null, option, new DwordRef(MAX_CALLS), 4);
            }
            try {
                int calls = 0;
                while (at < input.length && calls++ < MAX_CALLS) {
                    at = (calls - 1) * BYTES_PER_CALL;
                    call(next(), next(), next(), next());
                }
            } finally {
                for (HINTERNET handle : handles) {
                    api.InternetCloseHandle(handle);
                }
            }
            await();
            for (HINTERNET handle : handles) {
                check(!api.InternetQueryOption(handle, 9, new DwordRef(), new DwordRef(4)) || handle == null, "closed");
            }
            return handles.size() - 1 + " handles, " + (failures == 0 ? "no failure" : "failures");
        }

        /** Waits until every call has completed and every handle has ended. */
        private void await() throws InterruptedException {
            lock.lock();
            try {
                long left = TimeUnit.SECONDS.toNanos(Waits.SECONDS);
                while ((completed < pended || ended < created) && left > 0) {
                    left = changed.awaitNanos(left);
                }
                check(completed == pended, "each pended call completes once");
                check(ended == created, "HANDLE_CLOSING once for each handle");
            } finally {
                lock.unlock();
            }
        }

        private void callback(HINTERNET handle, long context, int status, @Nullable LPVOID information, int length) {
            lock.lock();
            try {
                completed += status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE ? 1 : 0;
                created += status == InternetStatus.INTERNET_STATUS_HANDLE_CREATED ? 1 : 0;
                ended += status == InternetStatus.INTERNET_STATUS_HANDLE_CLOSING ? 1 : 0;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void opened(@Nullable HINTERNET handle) {
            if (handle != null) {
                handles.add(handle);
            }
            outcome(handle != null);
        }

        private void outcome(boolean done) {
            int error = api.GetLastError();
            if (done) {
                return;
            }
            failures++;
            check(error != 0, "an error for a failure");
            check(error != WinInetError.ERROR_INTERNET_INTERNAL_ERROR, "a foreseen error");
            if (error == Win32Error.ERROR_IO_PENDING) {
                pended++;
            }
        }

        private void call(int function, int on, int first, int second) {
            HINTERNET handle = handle(on);
            switch (function & 0x0F) {
                case 0 -> session(on);
                case 1 ->
                    opened(api.InternetConnect(
                            handle, FacadeServer.HOST, server.port(), null, null, 3, first & 1, second + 1));
                case 2 ->
                    opened(api.HttpOpenRequest(
                            handle, text(second), text(first), null, null, null, flags(second), first + 1));
                case 3 -> outcome(api.HttpSendRequest(handle, null, 0, bytes(first), first & 7));
                case 4 -> outcome(api.InternetReadFile(handle, bytes(first), first & 7, new DwordRef()));
                case 5 -> outcome(api.InternetQueryDataAvailable(handle, new DwordRef(), second & 4, second));
                case 6 -> outcome(api.InternetReadFileEx(handle, buffers(first, 8), second & 0x0D, second));
                case 7 -> outcome(api.HttpSendRequestEx(handle, buffers(first, first & 7), null, 0, second));
                case 8 -> outcome(api.InternetWriteFile(handle, bytes(first), first & 7, new DwordRef()));
                case 9 -> outcome(api.HttpEndRequest(handle, null, 0, second));
                case 10 -> outcome(api.InternetCloseHandle(handle));
                case 11 ->
                    outcome(api.HttpQueryInfo(
                            handle, first | (second & 0xF0) << 24, new TextBuffer(second), new DwordRef(second), null));
                case 12 -> outcome(api.HttpAddRequestHeaders(handle, text(first), -1, second << 26));
                case 13 -> outcome(api.InternetSetFilePointer(handle, first, null, second & 3, 0) != -1);
                case 14 ->
                    opened(api.InternetOpenUrl(
                            handle,
                            "http://127.0.0.1:" + server.port() + text(first),
                            null,
                            0,
                            flags(second),
                            first + 1));
                default -> outcome(handle == null || api.InternetSetOption(handle, first, new DwordRef(second), 4));
            }
        }

        private void session(int choice) {
            HINTERNET session = api.InternetOpen(
                    text(choice), InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, (choice & 1) << 28);
            api.InternetSetStatusCallback(session, this::callback);
            opened(session);
        }

        private static int flags(int choice) {
            return (choice & 1) * InternetFlag.INTERNET_FLAG_NO_AUTO_REDIRECT
                    | (choice & 2) * (InternetFlag.INTERNET_FLAG_NO_COOKIES >> 1);
        }

        private static ByteBuffer bytes(int size) {
            return ByteBuffer.allocate(size & 7);
        }

        private static INTERNET_BUFFERS buffers(int choice, int size) {
            INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
            buffers.dwStructSize = (choice & 0x40) == 0 ? buffers.sizeof() : choice;
            buffers.lpvBuffer = ByteBuffer.allocate(size);
            buffers.dwBufferLength = size;
            buffers.dwBufferTotal = size;
            return buffers;
        }
    }
}
