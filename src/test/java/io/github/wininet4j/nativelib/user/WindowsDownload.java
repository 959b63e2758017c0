package io.github.wininet4j.nativelib.user;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.PointerType;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import io.github.wininet4j.nativelib.WininetOptions;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A program with a mapping of its own, as it is written for Windows: arguments are the options ({@code ascii} or
 * {@code utf16}) and a URL.
 */
public final class WindowsDownload {
    private static final int OPEN_TYPE_DIRECT = 1;
    private static final int FLAG_ASYNC = 0x10000000;
    private static final int FLAG_RELOAD = 0x80000000;
    private static final int STATUS_HANDLE_CREATED = 60;
    private static final int STATUS_REQUEST_COMPLETE = 100;
    private static final int ERROR_IO_PENDING = 997;
    private static final int QUERY_CONTENT_TYPE = 1;
    private static final int CRACK_ANY = -1;
    private static final int NO_ENCODE = 0x20000000;

    private final PrintStream out;
    private final Wininet wininet;

    WindowsDownload(PrintStream out, Wininet wininet) {
        this.out = out;
        this.wininet = wininet;
    }

    /** The functions that the program uses. */
    public interface Wininet extends StdCallLibrary {
        /** A handle with a type of its own. */
        final class Handle extends PointerType {}

        /** Is told of each status. */
        interface StatusCallback extends StdCallCallback {
            void callback(Handle handle, Pointer context, int status, Pointer information, int length);
        }

        /** What a completed request carries. */
        @FieldOrder({"dwResult", "dwError"})
        class AsyncResult extends Structure {
            public Pointer dwResult;
            public int dwError;

            public AsyncResult(Pointer memory) {
                super(memory);
                read();
            }
        }

        /** The parts of a URL. */
        @FieldOrder({
            "dwStructSize",
            "lpszScheme",
            "dwSchemeLength",
            "nScheme",
            "lpszHostName",
            "dwHostNameLength",
            "nPort",
            "lpszUserName",
            "dwUserNameLength",
            "lpszPassword",
            "dwPasswordLength",
            "lpszUrlPath",
            "dwUrlPathLength",
            "lpszExtraInfo",
            "dwExtraInfoLength"
        })
        class UrlComponents extends Structure {
            public int dwStructSize = size();
            public Pointer lpszScheme;
            public int dwSchemeLength;
            public int nScheme;
            public Pointer lpszHostName;
            public int dwHostNameLength = CRACK_ANY;
            public short nPort;
            public Pointer lpszUserName;
            public int dwUserNameLength;
            public Pointer lpszPassword;
            public int dwPasswordLength;
            public Pointer lpszUrlPath;
            public int dwUrlPathLength = CRACK_ANY;
            public Pointer lpszExtraInfo;
            public int dwExtraInfoLength;
        }

        /** Headers in a structure, to send with a request. */
        @FieldOrder({
            "dwStructSize",
            "Next",
            "lpcszHeader",
            "dwHeadersLength",
            "dwHeadersTotal",
            "lpvBuffer",
            "dwBufferLength",
            "dwBufferTotal",
            "dwOffsetLow",
            "dwOffsetHigh"
        })
        class Buffers extends Structure {
            public int dwStructSize;
            public Pointer Next;
            public String lpcszHeader;
            public int dwHeadersLength;
            public int dwHeadersTotal;
            public Pointer lpvBuffer;
            public int dwBufferLength;
            public int dwBufferTotal;
            public int dwOffsetLow;
            public int dwOffsetHigh;
        }

        Pointer InternetOpen(String agent, int accessType, String proxy, String bypass, int flags);

        Pointer InternetOpenUrl(Pointer session, String url, String headers, int length, int flags, Pointer context);

        Pointer InternetConnect(
                Pointer session,
                String server,
                short port,
                String user,
                String password,
                int service,
                int flags,
                Pointer context);

        Pointer HttpOpenRequest(
                Pointer connection,
                String verb,
                String object,
                String version,
                String referrer,
                String[] accept,
                int flags,
                Pointer context);

        boolean HttpSendRequestEx(Pointer request, Buffers in, Buffers out, int flags, Pointer context);

        boolean InternetWriteFile(Pointer request, byte[] data, int count, IntByReference written);

        boolean HttpEndRequest(Pointer request, Buffers out, int flags, Pointer context);

        Pointer InternetSetStatusCallback(Pointer handle, StatusCallback callback);

        boolean InternetReadFile(Pointer file, Pointer buffer, int count, IntByReference read);

        boolean InternetReadFile(Pointer file, byte[] buffer, int count, IntByReference read) throws LastErrorException;

        boolean HttpQueryInfo(Pointer request, int level, Pointer buffer, IntByReference length, IntByReference index);

        boolean InternetCrackUrl(String url, int length, int flags, UrlComponents parts);

        boolean InternetCombineUrl(String base, String relative, char[] buffer, IntByReference length, int flags);

        boolean InternetCloseHandle(Pointer handle);
    }

    public static void main(String[] arguments) throws Exception {
        boolean isWide = arguments[0].equals("utf16");
        Map<String, Object> options = isWide ? WininetOptions.UNICODE_OPTIONS : WininetOptions.ASCII_OPTIONS;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        WindowsDownload program = new WindowsDownload(out, Native.load("wininet", Wininet.class, options));
        program.fail();
        program.crack(arguments[1]);
        program.readAtOnce(arguments[1]);
        program.readLater(arguments[1]);
        program.upload(arguments[1]);
        if (isWide) {
            program.combine();
        }
    }

    private void fail() {
        Pointer session = wininet.InternetOpen("user/1.0", OPEN_TYPE_DIRECT, null, null, 0);
        Pointer none = wininet.InternetOpenUrl(session, "nonsense", null, 0, 0, null);
        out.println(none + " " + Native.getLastError());
        out.println(wininet.InternetCloseHandle(session));
        out.println(wininet.InternetCloseHandle(session) + " " + Native.getLastError());
        try {
            wininet.InternetReadFile(session, new byte[10], 10, new IntByReference());
        } catch (LastErrorException e) {
            out.println("exception " + e.getErrorCode());
        }
    }

    private void crack(String url) {
        Wininet.UrlComponents parts = new Wininet.UrlComponents();
        if (wininet.InternetCrackUrl(url, 0, 0, parts)) {
            // The pointers lead into the text that JNA made for the call, so only lengths count.
            out.println(parts.dwHostNameLength + " " + parts.dwUrlPathLength + " " + parts.nScheme
                    + (parts.nPort != 0 ? " port" : ""));
        } else {
            out.println("crack " + Native.getLastError());
        }
    }

    /** An array of a call that is over when it returns, and an exception for a failure. */
    private void readAtOnce(String url) {
        Pointer session = wininet.InternetOpen("user/1.0", OPEN_TYPE_DIRECT, null, null, 0);
        Pointer page = wininet.InternetOpenUrl(session, url, "X-User: me\r\n", -1, FLAG_RELOAD, null);
        byte[] buffer = new byte[100];
        IntByReference count = new IntByReference();
        StringBuilder text = new StringBuilder();
        while (wininet.InternetReadFile(page, buffer, buffer.length, count) && count.getValue() > 0) {
            text.append(new String(buffer, 0, count.getValue(), StandardCharsets.UTF_8));
        }
        out.println(text);
        wininet.InternetCloseHandle(page);
        wininet.InternetCloseHandle(session);
    }

    /** An asynchronous request. */
    private static final class Request implements Wininet.StatusCallback {
        final CountDownLatch complete = new CountDownLatch(1);
        volatile Pointer handle;
        volatile int error;
        volatile Pointer parent;
        volatile boolean isOfParent;

        @Override
        public void callback(Wininet.Handle from, Pointer context, int status, Pointer information, int length) {
            if (status == STATUS_HANDLE_CREATED) {
                isOfParent = from.getPointer().equals(parent);
                handle = new Wininet.AsyncResult(information).dwResult;
            } else if (status == STATUS_REQUEST_COMPLETE) {
                error = new Wininet.AsyncResult(information).dwError;
                complete.countDown();
            }
        }
    }

    private void readLater(String url) throws InterruptedException {
        Pointer session = wininet.InternetOpen("user/1.0", OPEN_TYPE_DIRECT, null, null, FLAG_ASYNC);
        Request request = new Request();
        request.parent = session;
        wininet.InternetSetStatusCallback(session, request);
        Pointer page = wininet.InternetOpenUrl(session, url, null, 0, FLAG_RELOAD, new Pointer(7));
        if (page == null && Native.getLastError() == ERROR_IO_PENDING) {
            request.complete.await();
            page = request.handle;
        }
        try (Memory type = new Memory(200)) {
            IntByReference size = new IntByReference(200);
            boolean known = wininet.HttpQueryInfo(page, QUERY_CONTENT_TYPE, type, size, null);
            out.println("later " + request.error + " " + request.isOfParent + " " + known + " " + size.getValue());
        }
        wininet.InternetSetStatusCallback(session, null);
        wininet.InternetCloseHandle(page);
        wininet.InternetCloseHandle(session);
    }

    private void upload(String url) {
        Pointer session = wininet.InternetOpen("user/1.0", OPEN_TYPE_DIRECT, null, null, 0);
        String[] hostAndPath = url.substring("http://".length()).split("[:/]", 3);
        short port = (short) Integer.parseInt(hostAndPath[1]);
        Pointer connection = wininet.InternetConnect(session, hostAndPath[0], port, null, null, 3, 0, null);
        // With the NULL of C, which JNA would add as well.
        String[] accept = {"text/plain", "image/*", null};
        Pointer request = wininet.HttpOpenRequest(connection, "PUT", "/" + hostAndPath[2], null, null, accept, 0, null);
        Wininet.Buffers buffers = new Wininet.Buffers();
        buffers.dwStructSize = buffers.size();
        buffers.lpcszHeader = "X-Structure: yes\r\n";
        buffers.dwHeadersLength = -1;
        buffers.dwBufferTotal = 3;
        IntByReference written = new IntByReference();
        out.println(wininet.HttpSendRequestEx(request, buffers, null, 0, null)
                && wininet.InternetWriteFile(request, new byte[] {'a', 'b', 'c'}, 3, written)
                && wininet.HttpEndRequest(request, null, 0, null));
        wininet.InternetCloseHandle(session);
    }

    private void combine() {
        char[] buffer = new char[100];
        IntByReference length = new IntByReference(buffer.length);
        wininet.InternetCombineUrl("http://host/a/b", "../ü", buffer, length, NO_ENCODE);
        out.println(new String(buffer, 0, length.getValue()));
        IntByReference small = new IntByReference(3);
        boolean fits = wininet.InternetCombineUrl("http://host/a/b", "c", buffer, small, 0);
        out.println(fits + " " + Native.getLastError());
    }
}
