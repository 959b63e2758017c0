package io.github.wininet4j.testing;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import java.util.function.Function;

/**
 * What goes wrong at a server once it has read a request: an answer for {@link ScriptedHttpServer#handle} and
 * {@link ScriptedHttpServer#onRequest(ServerFault)}. {@link #error()} is what the program sees.
 */
public enum ServerFault implements Function<RecordedRequest, Script> {
    /** The connection ends the regular way without an answer; sending fails. */
    NO_ANSWER(
            WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE,
            request -> Script.script().close()),
    /** The connection is reset; sending fails. */
    RESET(
            WinInetError.ERROR_INTERNET_CONNECTION_RESET,
            request -> Script.script().reset()),
    /** Nothing comes: sending ends with the receive timeout of the request. */
    SILENCE(WinInetError.ERROR_INTERNET_TIMEOUT, request -> Script.script().hang()),
    /** The status line breaks off and nothing more comes: sending ends with the receive timeout of the request. */
    SILENCE_IN_HEAD(
            WinInetError.ERROR_INTERNET_TIMEOUT,
            request -> Script.script().send("HTTP/1.1 20").hang()),
    /** The server sends the client from the same URL to the same URL; sending fails after some rounds. */
    REDIRECT_LOOP(
            WinInetError.ERROR_HTTP_REDIRECT_FAILED,
            request -> Script.script()
                    .send("HTTP/1.1 302 Found\r\nLocation: " + request.target() + "\r\nContent-Length: 0\r\n\r\n")),
    /** The server sends the client to a port of 127.0.0.1 where nobody listens; sending fails. */
    REDIRECT_TO_NOBODY(
            WinInetError.ERROR_INTERNET_CANNOT_CONNECT,
            request -> Script.script()
                    .send("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")),
    /**
     * The body ends before its length is reached, with "hello". WinInet reads what there is and takes it for the end;
     * with the switch {@code TRUNCATED_BODY_IS_AN_ERROR} reading fails.
     */
    SHORT_BODY(
            Win32Error.ERROR_SUCCESS,
            request ->
                    Script.script().send(head("Content-Length: 10") + "hello").close()),
    /** The connection is reset within the body; reading fails. */
    RESET_IN_BODY(
            WinInetError.ERROR_INTERNET_CONNECTION_RESET,
            request ->
                    Script.script().send(head("Content-Length: 10") + "hello").reset()),
    /** The body stops after "hello": reading on ends with the receive timeout of the request. */
    SILENCE_IN_BODY(
            WinInetError.ERROR_INTERNET_TIMEOUT,
            request ->
                    Script.script().send(head("Content-Length: 10") + "hello").hang()),
    /** The second chunk of the body has no length that is a number; reading fails. */
    BROKEN_CHUNK(
            WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE,
            request -> Script.script()
                    .send(head("Transfer-Encoding: chunked") + "5\r\nhello\r\nworld\r\n")
                    .close());

    private final int error;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Function<RecordedRequest, Script> answer;

    ServerFault(int error, Function<RecordedRequest, Script> answer) {
        this.error = error;
        this.answer = answer;
    }

    private static String head(String line) {
        return "HTTP/1.1 200 OK\r\n" + line + "\r\n\r\n";
    }

    /** Returns the error by which sending or reading fails, or 0 if neither does. */
    public int error() {
        return error;
    }

    /** Returns whether only a timeout ends the request: {@code INTERNET_OPTION_RECEIVE_TIMEOUT} in milliseconds. */
    public boolean needsTimeout() {
        return error == WinInetError.ERROR_INTERNET_TIMEOUT;
    }

    @Override
    public Script apply(RecordedRequest request) {
        return answer.apply(request).mayBeCutShort();
    }
}
