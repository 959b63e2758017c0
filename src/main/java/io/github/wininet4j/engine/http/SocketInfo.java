package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.engine.http.exchange.Transcript;
import io.github.wininet4j.engine.http.stream.HttpStream;
import io.github.wininet4j.engine.net.Connection;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * The connection of a request for {@code INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO} (R-OPTN-67); all zeros while there is
 * none.
 */
record SocketInfo(int sourcePort, int destinationPort, int flags) {
    private static final SocketInfo NONE = new SocketInfo(0, 0, 0);

    static SocketInfo of(HttpRequestNode request) {
        Transcript transcript = request.sending().transcript();
        HttpStream stream = transcript == null ? null : transcript.stream();
        Connection connection = stream == null ? null : stream.connection();
        if (connection == null) {
            return NONE;
        }
        int flags = (connection.reused() ? OptionValue.IDSI_FLAG_KEEP_ALIVE : 0)
                | (connection.findings() != null ? OptionValue.IDSI_FLAG_SECURE : 0);
        return new SocketInfo(port(connection.localAddress()), port(connection.remoteAddress()), flags);
    }

    private static int port(SocketAddress address) {
        return address instanceof InetSocketAddress internet ? internet.getPort() : 0;
    }
}
