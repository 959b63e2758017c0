package io.github.wininet4j.endurance.chaos;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.endurance.chaos.HoldingServer.Stage;
import io.github.wininet4j.testing.RequestCalls;
import io.github.wininet4j.testing.RequestCalls.Call;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that a request handle can meet. */
final class Functions {
    /** More than the buffers of two sockets take. */
    static final int UPLOAD = 8 << 20;

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
        Map<String, Call> all = RequestCalls.blocking();
        Call send = all.get("HttpSendRequest");
        calls.put("HttpSendRequest", new First(Stage.HEAD, null, send));
        calls.put("HttpSendRequestEx", new First(Stage.NAME, null, all.get("HttpSendRequestEx")));
        calls.put(
                "InternetWriteFile",
                new First(
                        Stage.UPLOAD,
                        (api, request) -> api.HttpSendRequestEx(request, upload(), null, 0, 0),
                        (api, request) ->
                                api.InternetWriteFile(request, ByteBuffer.allocate(UPLOAD), UPLOAD, new DwordRef())));
        calls.put("HttpEndRequest", new First(Stage.HEAD, all.get("HttpSendRequestEx"), all.get("HttpEndRequest")));
        for (String reads : new String[] {"InternetReadFile", "InternetReadFileEx", "InternetQueryDataAvailable"}) {
            calls.put(reads, new First(Stage.BODY, send, all.get(reads)));
        }
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

    private static INTERNET_BUFFERS upload() {
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.dwStructSize = buffers.sizeof();
        buffers.dwBufferTotal = UPLOAD;
        return buffers;
    }
}
