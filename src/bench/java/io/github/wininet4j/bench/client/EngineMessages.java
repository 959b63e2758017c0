package io.github.wininet4j.bench.client;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.HttpWebSocket;
import io.github.wininet4j.constant.UndocumentedOption;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;

/** The facade's WebSocket functions in synchronous mode. */
final class EngineMessages implements MessageClient {
    private final BackEnd wininet;
    private final HINTERNET socket;
    private final ByteBuffer buffer = ByteBuffer.allocate(4096);
    private final DwordRef count = new DwordRef();
    private final DwordRef type = new DwordRef();

    EngineMessages(Target target) throws Exception {
        wininet = Facade.open("engine", target);
        HINTERNET session = Facade.session(wininet, target, 0, (handle, context, status, info, length) -> {});
        HINTERNET connection = Facade.connect(wininet, session, target);
        HINTERNET request = wininet.HttpOpenRequest(connection, null, "/", null, null, null, Facade.flags(target), 1);
        Facade.check(
                wininet,
                "InternetSetOption",
                wininet.InternetSetOption(request, UndocumentedOption.INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET, null, 0));
        Facade.check(wininet, "HttpSendRequest", wininet.HttpSendRequest(request, null, 0, null, 0));
        socket = wininet.HttpWebSocketCompleteUpgrade(request, 1);
        Facade.check(wininet, "HttpWebSocketCompleteUpgrade", socket != null);
    }

    @Override
    public int exchange(byte[] message) {
        Facade.check(
                wininet,
                "HttpWebSocketSend",
                wininet.HttpWebSocketSend(
                        socket,
                        HttpWebSocket.HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE,
                        ByteBuffer.wrap(message),
                        message.length));
        int sum = 0;
        do {
            Facade.check(
                    wininet,
                    "HttpWebSocketReceive",
                    wininet.HttpWebSocketReceive(socket, buffer.clear(), buffer.capacity(), count, type));
            sum += count.value;
        } while (type.value != HttpWebSocket.HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE);
        return sum;
    }

    @Override
    public void close() {
        wininet.close();
    }
}
