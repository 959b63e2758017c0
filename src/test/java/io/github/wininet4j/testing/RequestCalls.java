package io.github.wininet4j.testing;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The functions that fail with ERROR_INTERNET_REQUEST_PENDING while another is at work on a request. */
public final class RequestCalls {
    /** A function with all arguments but the handle. */
    @FunctionalInterface
    public interface Call {
        /**
         * Calls it.
         *
         * @param api the back end
         * @param request the handle
         * @return whether it succeeded at once
         */
        boolean on(BackEnd api, HINTERNET request);
    }

    private RequestCalls() {}

    /** Returns them by their names. */
    public static Map<String, Call> blocking() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("HttpSendRequest", (api, request) -> api.HttpSendRequest(request, null, 0, null, 0));
        calls.put("HttpSendRequestEx", (api, request) -> api.HttpSendRequestEx(request, null, null, 0, 0));
        calls.put("HttpEndRequest", (api, request) -> api.HttpEndRequest(request, null, 0, 0));
        calls.put(
                "InternetReadFile",
                (api, request) -> api.InternetReadFile(request, ByteBuffer.allocate(8), 8, new DwordRef()));
        calls.put("InternetReadFileEx", (api, request) -> api.InternetReadFileEx(request, buffers(), 0, 0));
        calls.put(
                "InternetQueryDataAvailable",
                (api, request) -> api.InternetQueryDataAvailable(request, new DwordRef(), 0, 0));
        calls.put(
                "InternetWriteFile",
                (api, request) -> api.InternetWriteFile(request, ByteBuffer.allocate(8), 8, new DwordRef()));
        calls.put("InternetSetFilePointer", (api, request) -> api.InternetSetFilePointer(request, 0, null, 0, 0) != -1);
        return calls;
    }

    private static INTERNET_BUFFERS buffers() {
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.dwStructSize = buffers.sizeof();
        buffers.lpvBuffer = ByteBuffer.allocate(8);
        buffers.dwBufferLength = 8;
        return buffers;
    }
}
