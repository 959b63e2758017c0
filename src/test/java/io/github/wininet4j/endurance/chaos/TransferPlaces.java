package io.github.wininet4j.endurance.chaos;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.FtpTransfer;
import io.github.wininet4j.constant.HttpWebSocket;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.UndocumentedOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.Win32File;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.endurance.chaos.TransferPair.Place;
import io.github.wininet4j.endurance.chaos.TransferPair.Second;
import io.github.wininet4j.endurance.chaos.TransferPair.Server;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.RequestCalls;
import io.github.wininet4j.testing.RequestCalls.Call;
import io.github.wininet4j.testing.ScriptedFtpServer;
import io.github.wininet4j.testing.WebSocketPeer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import io.github.wininet4j.type.WordRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The handles of FTP and of WebSockets on which calls pend. */
final class TransferPlaces {
    /** Ends the handle, and the call that pends with it. */
    static final Call CLOSE = BackEnd::InternetCloseHandle;

    private static final int PENDING = WinInetError.ERROR_INTERNET_REQUEST_PENDING;
    /** Either says that another call is at work. */
    private static final Set<Integer> BUSY = Set.of(PENDING, WinInetError.ERROR_FTP_TRANSFER_IN_PROGRESS);

    private static final Set<Integer> WRONG_NOW = Set.of(Win32Error.ERROR_INVALID_OPERATION);
    /** It runs beside the first. */
    private static final Set<Integer> BESIDE = Set.of(0, Win32Error.ERROR_IO_PENDING);

    private static final Set<Integer> AT_ONCE = Set.of(0);
    private static final int BINARY = FtpTransfer.FTP_TRANSFER_TYPE_BINARY;
    private static final int FIN_TEXT = 0x81;
    private static final int RELOAD = InternetFlag.INTERNET_FLAG_RELOAD;

    private TransferPlaces() {}

    static List<Place> all() {
        return List.of(ftpSession(), ftpDownload(), ftpUpload(), ftpListing(), receivingSocket(), sendingSocket());
    }

    private static Path local(String name) {
        Path file = Path.of(
                System.getProperty("java.io.tmpdir"),
                "wininet4j-pair-" + ProcessHandle.current().pid() + name);
        file.toFile().deleteOnExit();
        return file;
    }

    private static String localSource() {
        try {
            return Files.writeString(local(".up"), "hello").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- FTP

    private static HINTERNET connect(TransferPair pair, int port) throws InterruptedException {
        return pair.opened(() -> pair.api()
                .InternetConnect(
                        pair.session(),
                        "127.0.0.1",
                        port,
                        "me",
                        "secret",
                        ServiceType.INTERNET_SERVICE_FTP,
                        InternetFlag.INTERNET_FLAG_PASSIVE,
                        TransferPair.CONTEXT));
    }

    private static Server ftp(ScriptedFtpServer server) {
        return new Server(server.port(), server);
    }

    private static Map<String, Call> ftpCommands() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("FtpCreateDirectory", (api, ftp) -> api.FtpCreateDirectory(ftp, "made"));
        calls.put(
                "FtpGetCurrentDirectory",
                (api, ftp) -> api.FtpGetCurrentDirectory(ftp, new TextBuffer(300), new DwordRef(300)));
        calls.put(
                "FtpFindFirstFile",
                (api, ftp) ->
                        api.FtpFindFirstFile(ftp, null, new WIN32_FIND_DATA(), RELOAD, TransferPair.CONTEXT) != null);
        calls.put(
                "FtpOpenFile",
                (api, ftp) -> api.FtpOpenFile(ftp, "a", Win32File.GENERIC_READ, BINARY, TransferPair.CONTEXT) != null);
        calls.put(
                "FtpGetFile",
                (api, ftp) -> api.FtpGetFile(
                        ftp, "a", local(".down").toString(), false, 0, BINARY | RELOAD, TransferPair.CONTEXT));
        calls.put("FtpPutFile", (api, ftp) -> api.FtpPutFile(ftp, localSource(), "b", BINARY, TransferPair.CONTEXT));
        calls.put("FtpCommand", (api, ftp) -> api.FtpCommand(ftp, false, BINARY, "NOOP", TransferPair.CONTEXT, null));
        return calls;
    }

    private static Place ftpSession() {
        Map<String, Second> seconds = new LinkedHashMap<>();
        ftpCommands().forEach((name, call) -> seconds.put(name, new Second(call, BUSY)));
        seconds.put("FtpDeleteFile", new Second((api, ftp) -> api.FtpDeleteFile(ftp, "a"), BUSY));
        seconds.put("FtpRenameFile", new Second((api, ftp) -> api.FtpRenameFile(ftp, "a", "b"), BUSY));
        seconds.put("FtpRemoveDirectory", new Second((api, ftp) -> api.FtpRemoveDirectory(ftp, "d"), BUSY));
        seconds.put("FtpSetCurrentDirectory", new Second((api, ftp) -> api.FtpSetCurrentDirectory(ftp, "d"), BUSY));
        seconds.put(
                "FtpPutFileEx", new Second((api, ftp) -> api.FtpPutFileEx(ftp, localSource(), "b", BINARY, 1), BUSY));
        return new Place(
                "FTP session",
                gate -> {
                    ScriptedFtpServer server =
                            ScriptedFtpServer.start().file("a", "hello").listing("-rw-r--r-- 1 u g 5 Jan 1 2020 a");
                    for (String verb : List.of("MKD", "PWD", "LIST", "RETR", "STOR", "NOOP")) {
                        server.hold(verb, gate);
                    }
                    return ftp(server);
                },
                TransferPlaces::connect,
                ftpCommands(),
                withImmediate(seconds));
    }

    private static HINTERNET file(TransferPair pair, int port, int access) throws InterruptedException {
        HINTERNET ftp = connect(pair, port);
        return pair.opened(() -> pair.api().FtpOpenFile(ftp, "a", access, BINARY, TransferPair.CONTEXT));
    }

    private static Map<String, Call> reads() {
        Map<String, Call> calls = new LinkedHashMap<>();
        for (String name : List.of("InternetReadFile", "InternetReadFileEx", "InternetQueryDataAvailable")) {
            calls.put(name, RequestCalls.blocking().get(name));
        }
        return calls;
    }

    private static Place ftpDownload() {
        Map<String, Second> seconds = new LinkedHashMap<>();
        reads().forEach((name, call) -> seconds.put(name, new Second(call, Set.of(PENDING))));
        return new Place(
                "FTP download",
                gate -> ftp(ScriptedFtpServer.start().file("a", "hello").sends(data -> {
                    gate.await();
                    data.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
                })),
                (pair, port) -> file(pair, port, Win32File.GENERIC_READ),
                reads(),
                withImmediate(seconds));
    }

    private static Place ftpUpload() {
        Call write = (api, file) ->
                api.InternetWriteFile(file, ByteBuffer.allocate(Functions.UPLOAD), Functions.UPLOAD, new DwordRef());
        Call little = RequestCalls.blocking().get("InternetWriteFile");
        Map<String, Second> seconds = new LinkedHashMap<>();
        seconds.put("InternetWriteFile", new Second(little, Set.of(PENDING)));
        reads().forEach((name, call) -> seconds.put(
                name,
                new Second(call, Set.of(PENDING, Win32Error.ERROR_ACCESS_DENIED, Win32Error.ERROR_INVALID_HANDLE))));
        seconds.remove("InternetQueryDataAvailable");
        return new Place(
                "FTP upload",
                gate -> ftp(ScriptedFtpServer.start().hold(ScriptedFtpServer.UPLOAD, gate)),
                (pair, port) -> file(pair, port, Win32File.GENERIC_WRITE),
                Map.of("InternetWriteFile", write),
                withImmediate(seconds));
    }

    private static Place ftpListing() {
        Call next = (api, find) -> api.InternetFindNextFile(find, new WIN32_FIND_DATA());
        Map<String, Second> seconds = new LinkedHashMap<>();
        seconds.put("InternetFindNextFile", new Second(next, Set.of(PENDING)));
        seconds.put("InternetCloseHandle", new Second(CLOSE, AT_ONCE));
        seconds.put("InternetQueryOption", new Second(TransferPlaces::query, AT_ONCE));
        seconds.put("InternetSetOption", new Second(TransferPlaces::set, AT_ONCE));
        String line = "-rw-r--r-- 1 u g 5 Jan 1 2020 ";
        return new Place(
                "FTP listing",
                gate -> ftp(ScriptedFtpServer.start().sends(data -> {
                    data.getOutputStream().write((line + "a\r\n").getBytes(StandardCharsets.US_ASCII));
                    gate.await();
                    data.getOutputStream().write((line + "b\r\n").getBytes(StandardCharsets.US_ASCII));
                })),
                (pair, port) -> {
                    HINTERNET ftp = connect(pair, port);
                    return pair.opened(() -> pair.api()
                            .FtpFindFirstFile(ftp, null, new WIN32_FIND_DATA(), RELOAD, TransferPair.CONTEXT));
                },
                Map.of("InternetFindNextFile", next),
                seconds);
    }

    // ---- WebSocket

    private static HINTERNET socket(TransferPair pair, int port) throws InterruptedException {
        BackEnd api = pair.api();
        HINTERNET connect = api.InternetConnect(
                pair.session(), "127.0.0.1", port, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 0);
        HINTERNET request = api.HttpOpenRequest(connect, "GET", "/", null, null, null, 0, TransferPair.CONTEXT);
        api.InternetSetOption(request, UndocumentedOption.INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET, null, 0);
        pair.done(() -> api.HttpSendRequest(request, null, 0, null, 0));
        return pair.opened(() -> api.HttpWebSocketCompleteUpgrade(request, TransferPair.CONTEXT));
    }

    private static Server webSocket(Gate gate, boolean reads) {
        WebSocketPeer peer = WebSocketPeer.start(connection -> {
            gate.await();
            try {
                if (reads) {
                    connection.read();
                }
                connection.send(FIN_TEXT, "answer".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The handle was closed.
            }
            connection.awaitEnd();
        });
        return new Server(peer.port(), peer);
    }

    private static Call sends(int size) {
        return (api, socket) -> api.HttpWebSocketSend(
                socket, HttpWebSocket.HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE, ByteBuffer.allocate(size), size);
    }

    private static boolean receive(BackEnd api, HINTERNET socket) {
        return api.HttpWebSocketReceive(socket, ByteBuffer.allocate(100), 100, new DwordRef(), new DwordRef());
    }

    private static boolean shutdown(BackEnd api, HINTERNET socket) {
        return api.HttpWebSocketShutdown(socket, HttpWebSocket.HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, null, 0);
    }

    private static boolean closeStatus(BackEnd api, HINTERNET socket) {
        return api.HttpWebSocketQueryCloseStatus(socket, new WordRef(), null, 0, new DwordRef());
    }

    private static Place receivingSocket() {
        Map<String, Second> seconds = new LinkedHashMap<>();
        seconds.put("HttpWebSocketReceive", new Second(TransferPlaces::receive, WRONG_NOW));
        seconds.put("HttpWebSocketQueryCloseStatus", new Second(TransferPlaces::closeStatus, WRONG_NOW));
        seconds.put("HttpWebSocketSend", new Second(sends(5), BESIDE));
        seconds.put("HttpWebSocketShutdown", new Second(TransferPlaces::shutdown, BESIDE));
        seconds.put("InternetQueryOption", new Second(TransferPlaces::query, AT_ONCE));
        seconds.put("InternetCloseHandle", new Second(CLOSE, AT_ONCE));
        return new Place(
                "WebSocket that receives",
                gate -> webSocket(gate, false),
                TransferPlaces::socket,
                Map.of("HttpWebSocketReceive", TransferPlaces::receive),
                seconds);
    }

    private static Place sendingSocket() {
        Map<String, Second> seconds = new LinkedHashMap<>();
        seconds.put("HttpWebSocketSend", new Second(sends(5), WRONG_NOW));
        seconds.put("HttpWebSocketShutdown", new Second(TransferPlaces::shutdown, WRONG_NOW));
        seconds.put(
                "HttpWebSocketClose",
                new Second(
                        (api, socket) -> api.HttpWebSocketClose(
                                socket, HttpWebSocket.HTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS, null, 0),
                        WRONG_NOW));
        seconds.put("HttpWebSocketQueryCloseStatus", new Second(TransferPlaces::closeStatus, WRONG_NOW));
        seconds.put("HttpWebSocketReceive", new Second(TransferPlaces::receive, BESIDE));
        seconds.put("InternetQueryOption", new Second(TransferPlaces::query, AT_ONCE));
        seconds.put("InternetCloseHandle", new Second(CLOSE, AT_ONCE));
        return new Place(
                "WebSocket that sends",
                gate -> webSocket(gate, true),
                TransferPlaces::socket,
                Map.of("HttpWebSocketSend", sends(Functions.UPLOAD)),
                seconds);
    }

    // ---- calls that every handle answers at once

    private static boolean query(BackEnd api, HINTERNET handle) {
        return api.InternetQueryOption(
                handle, InternetOption.INTERNET_OPTION_RECEIVE_TIMEOUT, new DwordRef(), new DwordRef(4));
    }

    private static boolean set(BackEnd api, HINTERNET handle) {
        return api.InternetSetOption(handle, InternetOption.INTERNET_OPTION_CONNECT_RETRIES, new DwordRef(3), 4);
    }

    private static Map<String, Second> withImmediate(Map<String, Second> seconds) {
        seconds.put("InternetQueryOption", new Second(TransferPlaces::query, AT_ONCE));
        seconds.put("InternetSetOption", new Second(TransferPlaces::set, AT_ONCE));
        seconds.put("InternetCloseHandle", new Second(CLOSE, AT_ONCE));
        return seconds;
    }
}
