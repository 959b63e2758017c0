package io.github.wininet4j.nativelib.user;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import io.github.wininet4j.nativelib.WininetMapping;
import java.util.concurrent.CountDownLatch;

/** An asynchronous download with the mapping that is ready; the argument is a URL. */
public final class ReadyDownload {
    private static final int OPEN_TYPE_DIRECT = 1;
    private static final int FLAG_ASYNC = 0x10000000;
    private static final int STATUS_HANDLE_CREATED = 60;
    private static final int STATUS_REQUEST_COMPLETE = 100;
    private static final int READ_ALL = 8;

    private ReadyDownload() {}

    /** What the callback tells the main thread. */
    private static final class Page {
        final CountDownLatch complete = new CountDownLatch(1);
        volatile Pointer handle;
        volatile int error = -1;

        void onStatus(Pointer from, Pointer context, int status, Pointer information, int length) {
            if (status == STATUS_HANDLE_CREATED) {
                handle = new WininetMapping.AsyncResult(information).dwResult;
            } else if (status == STATUS_REQUEST_COMPLETE) {
                error = new WininetMapping.AsyncResult(information).dwError;
                complete.countDown();
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        WininetMapping wininet = WininetMapping.load();
        Pointer session = wininet.InternetOpen("ready/1.0", OPEN_TYPE_DIRECT, null, null, FLAG_ASYNC);
        Page page = new Page();
        WininetMapping.StatusCallback callback = page::onStatus;
        wininet.InternetSetStatusCallback(session, callback);
        boolean isPending = wininet.InternetOpenUrl(session, arguments[0], null, 0, 0, new Pointer(1)) == null
                && Native.getLastError() == 997;
        page.complete.await();
        System.out.println(isPending + " " + page.error);
        WininetMapping.InternetBuffers buffers = new WininetMapping.InternetBuffers();
        try (Memory memory = new Memory(100)) {
            buffers.lpvBuffer = memory;
            buffers.dwBufferLength = 100;
            boolean read = wininet.InternetReadFileEx(page.handle, buffers, READ_ALL, new Pointer(1));
            System.out.println(read + " " + memory.getString(0).substring(0, buffers.dwBufferLength));
        }
        char[] canonical = new char[100];
        IntByReference length = new IntByReference(100);
        System.out.println(wininet.InternetCanonicalizeUrl("http://host/a b", canonical, length, 0) + " "
                + new String(canonical, 0, length.getValue()));
        wininet.InternetSetStatusCallback(session, null);
        wininet.InternetCloseHandle(page.handle);
        wininet.InternetCloseHandle(session);
    }
}
