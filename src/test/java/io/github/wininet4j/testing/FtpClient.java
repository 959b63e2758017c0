package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.FtpTransfer;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.Win32File;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client of one FTP server, written the way callers write it; it takes both outcomes of every call that may pend. */
public final class FtpClient {
    /** Context value of the connection. */
    public static final long CONNECT_CONTEXT = 21;

    /** Context value of files and listings. */
    public static final long FILE_CONTEXT = 22;

    private final BackEnd api;
    private final StatusLog log;
    private final HINTERNET session;
    private @Nullable HINTERNET connect;
    private int error;

    /** Opens a session. */
    public FtpClient(BackEnd api, StatusLog log, boolean async) {
        this.api = api;
        this.log = log;
        int flags = async ? InternetFlag.INTERNET_FLAG_ASYNC : 0;
        this.session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, flags);
        assertThat(session).isNotNull();
        api.InternetSetStatusCallback(session, log);
    }

    /** Logs on; returns the error, 0 for success. */
    public int connect(String host, int port, @Nullable String user, @Nullable String password, int flags) {
        connect = opened(() -> api.InternetConnect(
                session, host, port, user, password, ServiceType.INTERNET_SERVICE_FTP, flags, CONNECT_CONTEXT));
        return error;
    }

    /** Logs on to a server, in passive mode. */
    public FtpClient to(ScriptedFtpServer server) {
        return to(server, InternetFlag.INTERNET_FLAG_PASSIVE);
    }

    /** Logs on to a server. */
    public FtpClient to(ScriptedFtpServer server, int flags) {
        assertThat(connect(server.host(), server.port(), "me", "secret", flags)).isZero();
        return this;
    }

    /** The session handle. */
    public HINTERNET session() {
        return session;
    }

    /** The connection handle. */
    public HINTERNET connect() {
        return connect;
    }

    /** The error of the last call here, 0 for success. */
    public int error() {
        return error;
    }

    /** Makes a call that returns a handle; waits for it if it pends. */
    public @Nullable HINTERNET opened(Supplier<@Nullable HINTERNET> call) {
        log.clear();
        HINTERNET handle = call.get();
        error = handle != null ? 0 : api.GetLastError();
        if (error != Win32Error.ERROR_IO_PENDING) {
            return handle;
        }
        INTERNET_ASYNC_RESULT done = log.awaitComplete();
        error = done.dwResult != 0 ? 0 : done.dwError;
        return done.dwResult == 0 ? null : new HINTERNET(done.dwResult);
    }

    /** Makes a call; waits for it if it pends; returns the error, 0 for success. */
    public int done(Supplier<Boolean> call) {
        log.clear();
        error = call.get() ? 0 : api.GetLastError();
        if (error == Win32Error.ERROR_IO_PENDING) {
            INTERNET_ASYNC_RESULT done = log.awaitComplete();
            error = done.dwResult != 0 ? 0 : done.dwError;
        }
        return error;
    }

    /** Opens a file for reading; null if that fails. */
    public @Nullable HINTERNET openToRead(String name) {
        return open(name, Win32File.GENERIC_READ, FtpTransfer.FTP_TRANSFER_TYPE_BINARY);
    }

    /** Opens a file for writing; null if that fails. */
    public @Nullable HINTERNET openToWrite(String name) {
        return open(name, Win32File.GENERIC_WRITE, FtpTransfer.FTP_TRANSFER_TYPE_BINARY);
    }

    /** Opens a file; null if that fails. */
    public @Nullable HINTERNET open(String name, int access, int flags) {
        return opened(() -> api.FtpOpenFile(connect, name, access, flags, FILE_CONTEXT));
    }

    /** Reads to the end, or to the first failure, which {@link #error} then tells. */
    public byte[] readAll(HINTERNET file) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer piece = ByteBuffer.allocate(8_192);
        DwordRef count = new DwordRef();
        do {
            done(() -> api.InternetReadFile(file, piece, piece.capacity(), count));
            all.write(piece.array(), 0, error == 0 ? count.value : 0);
        } while (error == 0 && count.value > 0);
        return all.toByteArray();
    }

    /** Writes; returns the error, 0 for success. */
    public int write(HINTERNET file, byte[] content) {
        return done(() -> api.InternetWriteFile(file, ByteBuffer.wrap(content), content.length, new DwordRef()));
    }

    /** Lists; {@link #error} then tells how that ended. */
    public List<WIN32_FIND_DATA> list(@Nullable String pattern) {
        List<WIN32_FIND_DATA> found = new ArrayList<>();
        WIN32_FIND_DATA first = new WIN32_FIND_DATA();
        HINTERNET find = opened(() -> api.FtpFindFirstFile(connect, pattern, first, 0, FILE_CONTEXT));
        if (find == null) {
            return found;
        }
        found.add(first);
        WIN32_FIND_DATA next = new WIN32_FIND_DATA();
        while (done(nextOf(find, next)) == 0) {
            found.add(next);
            next = new WIN32_FIND_DATA();
        }
        int end = error;
        close(find);
        error = end;
        return found;
    }

    private Supplier<Boolean> nextOf(HINTERNET find, WIN32_FIND_DATA target) {
        return () -> api.InternetFindNextFile(find, target);
    }

    /** Lists names. */
    public List<String> names(@Nullable String pattern) {
        return list(pattern).stream().map(entry -> entry.cFileName).toList();
    }

    /** Closes a handle and waits for its end. */
    public void close(HINTERNET handle) {
        assertThat(api.InternetCloseHandle(handle)).isTrue();
        log.awaitClosing(handle);
    }

    /** Returns the server's words of the last call of this thread. */
    public String lastResponse() {
        DwordRef length = new DwordRef(100_000);
        TextBuffer text = new TextBuffer(100_000);
        assertThat(api.InternetGetLastResponseInfo(new DwordRef(), text, length))
                .isTrue();
        return text.toString();
    }
}
