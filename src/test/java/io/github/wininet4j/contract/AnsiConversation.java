package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An ANSI caller of one server: bytes in, bytes out. */
final class AnsiConversation {
    static final long CONNECT_CONTEXT = 17;
    static final long REQUEST_CONTEXT = 18;

    final BackEnd api;
    final AnsiWinInet ansi;
    final StatusLog log;
    final HINTERNET session;
    final HINTERNET connect;

    AnsiConversation(BackEnd api, AnsiWinInet ansi, StatusLog log, ScriptedHttpServer server, int sessionFlags) {
        this.api = api;
        this.ansi = ansi;
        this.log = log;
        this.session = opened(
                ansi.InternetOpenA(z("agent"), InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, sessionFlags));
        ansi.InternetSetStatusCallbackA(session, log);
        this.connect = opened(ansi.InternetConnectA(
                session,
                z(server.host()),
                server.port(),
                null,
                null,
                ServiceType.INTERNET_SERVICE_HTTP,
                0,
                CONNECT_CONTEXT));
    }

    /** A C string: one byte for each character, and a NUL. */
    static byte[] z(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    /** The bytes before the first NUL, one character for each. */
    static String text(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }

    static String text(ByteBlock block) {
        byte[] bytes = new byte[block.sizeof()];
        block.buffer().get(0, bytes);
        return text(bytes);
    }

    /** A block that holds a C string. */
    static ByteBlock block(String text, int size) {
        return new ByteBlock(ByteBuffer.wrap(Arrays.copyOf(z(text), size)));
    }

    HINTERNET openRequest(String verb, String target) {
        return opened(ansi.HttpOpenRequestA(connect, z(verb), z(target), null, null, null, 0, REQUEST_CONTEXT));
    }

    HINTERNET get(String target) {
        HINTERNET request = openRequest("GET", target);
        assertThat(outcome(ansi.HttpSendRequestA(request, null, 0, null, 0), request))
                .isZero();
        return request;
    }

    /** Turns the return of a call that may have pended into its error, 0 for success. */
    int outcome(boolean result, HINTERNET handle) {
        if (result) {
            return 0;
        }
        int error = api.GetLastError();
        if (error != Win32Error.ERROR_IO_PENDING) {
            return error;
        }
        INTERNET_ASYNC_RESULT done = log.awaitComplete(handle);
        return done.dwResult != 0 ? 0 : done.dwError;
    }

    String readText(HINTERNET request) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer piece = ByteBuffer.allocate(4096);
        DwordRef count = new DwordRef();
        do {
            assertThat(outcome(api.InternetReadFile(request, piece, piece.capacity(), count), request))
                    .isZero();
            all.write(piece.array(), 0, count.value);
        } while (count.value != 0);
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private static HINTERNET opened(HINTERNET handle) {
        assertThat(handle).isNotNull();
        return handle;
    }
}
