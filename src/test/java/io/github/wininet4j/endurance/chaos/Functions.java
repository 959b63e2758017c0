package io.github.wininet4j.endurance.chaos;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.endurance.chaos.HoldingServer.Stage;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that a request handle can meet. */
final class Functions {
    /** More than the buffers of two sockets take. */
    static final int UPLOAD = 8 << 20;

    /** A function with all arguments but the handle; returns what it returns, as in C. */
    interface Call {
        boolean on(BackEnd api, HINTERNET request);
    }

    /**
     * A function that can pend.
     *
     * @param stage where a request is held, so that the call has to wait
     * @param before what must have been done before, or null
     * @param call the function
     */
    record First(Stage stage, @Nullable Call before, Call call) {}

    private Functions() {}

    static Map<String, First> pending() {
        Map<String, First> calls = new LinkedHashMap<>();
        Map<String, Call> all = blocking();
        Call send = all.get("HttpSendRequest");
        calls.put("HttpSendRequest", new First(Stage.HEAD, null, send));
        calls.put("HttpSendRequestEx", new First(Stage.NAME, null, all.get("HttpSendRequestEx")));
        calls.put(
                "InternetWriteFile",
                new First(
                        Stage.UPLOAD,
                        (api, request) -> api.HttpSendRequestEx(request, buffers(UPLOAD), null, 0, 0),
                        (api, request) ->
                                api.InternetWriteFile(request, ByteBuffer.allocate(UPLOAD), UPLOAD, new DwordRef())));
        calls.put("HttpEndRequest", new First(Stage.HEAD, all.get("HttpSendRequestEx"), all.get("HttpEndRequest")));
        for (String reads : new String[] {"InternetReadFile", "InternetReadFileEx", "InternetQueryDataAvailable"}) {
            calls.put(reads, new First(Stage.BODY, send, all.get(reads)));
        }
        return calls;
    }

    /** Those that fail with ERROR_INTERNET_REQUEST_PENDING while another is at work. */
    static Map<String, Call> blocking() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("HttpSendRequest", (api, request) -> api.HttpSendRequest(request, null, 0, null, 0));
        calls.put("HttpSendRequestEx", (api, request) -> api.HttpSendRequestEx(request, null, null, 0, 0));
        calls.put("HttpEndRequest", (api, request) -> api.HttpEndRequest(request, null, 0, 0));
        calls.put(
                "InternetReadFile",
                (api, request) -> api.InternetReadFile(request, ByteBuffer.allocate(8), 8, new DwordRef()));
        calls.put("InternetReadFileEx", (api, request) -> api.InternetReadFileEx(request, buffers(null), 0, 0));
        calls.put(
                "InternetQueryDataAvailable",
                (api, request) -> api.InternetQueryDataAvailable(request, new DwordRef(), 0, 0));
        calls.put(
                "InternetWriteFile",
                (api, request) -> api.InternetWriteFile(request, ByteBuffer.allocate(8), 8, new DwordRef()));
        calls.put("InternetSetFilePointer", (api, request) -> api.InternetSetFilePointer(request, 0, null, 0, 0) != -1);
        return calls;
    }

    /** Those that never wait, and are answered whatever is at work. */
    static Map<String, Call> immediate() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put(
                "HttpAddRequestHeaders",
                (api, request) -> api.HttpAddRequestHeaders(request, "X: y", -1, HttpAddReq.HTTP_ADDREQ_FLAG_ADD));
        calls.put(
                "HttpQueryInfo",
                (api, request) -> api.HttpQueryInfo(
                        request,
                        HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER,
                        new DwordRef(),
                        new DwordRef(4),
                        null));
        calls.put(
                "InternetQueryOption",
                (api, request) -> api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, new DwordRef(), new DwordRef(4)));
        calls.put(
                "InternetQueryOption(URL)",
                (api, request) -> api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_URL, new ByteBlock(400), new DwordRef(400)));
        calls.put(
                "InternetSetOption",
                (api, request) -> api.InternetSetOption(
                        request, InternetOption.INTERNET_OPTION_CONNECT_RETRIES, new DwordRef(3), 4));
        calls.put("InternetCloseHandle", BackEnd::InternetCloseHandle);
        return calls;
    }

    static INTERNET_BUFFERS buffers(@Nullable Integer total) {
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.dwStructSize = buffers.sizeof();
        if (total == null) {
            buffers.lpvBuffer = ByteBuffer.allocate(8);
            buffers.dwBufferLength = 8;
        } else {
            buffers.dwBufferTotal = total;
        }
        return buffers;
    }
}
