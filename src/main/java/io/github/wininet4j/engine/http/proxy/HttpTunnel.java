package io.github.wininet4j.engine.http.proxy;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.engine.http.auth.AuthRequest;
import io.github.wininet4j.engine.http.auth.ChallengeParser;
import io.github.wininet4j.engine.http.auth.Logon;
import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.http.h1.ConnectExchange;
import io.github.wininet4j.engine.http.stream.ProxyAnswerException;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.net.pool.Tunnel;
import io.github.wininet4j.engine.option.DwordSetting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CONNECT (RFC 9110 section 9.3.6), with the logon to the proxy, all of which goes over this one connection as long as
 * the proxy keeps it. Any other answer than success is the response of the request.
 */
final class HttpTunnel implements Tunnel {
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int MAX_LEGS = 10;
    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

    private final Request request;
    private final Endpoint proxy;

    HttpTunnel(Request request, Endpoint proxy) {
        this.request = request;
        this.proxy = proxy;
    }

    @Override
    public void open(Connection connection) throws IOException {
        boolean automatic = !request.context().has(InternetFlag.INTERNET_FLAG_NO_AUTH);
        Logon logon = request.context().logons().proxy(proxy);
        AuthRequest described = new AuthRequest("CONNECT", authority(), proxy.host(), ByteBuffer.allocate(0));
        int timeout = request.context().settings().get(DwordSetting.RECEIVE_TIMEOUT);
        for (int legs = 1; ; legs++) {
            String value = automatic ? logon.header(described) : null;
            ConnectExchange exchange = new ConnectExchange(connection, authority(), authority(), timeout);
            exchange.send(request.context().userAgent(), value == null ? byHand() : value);
            if (exchange.isOpen()) {
                logon.accepted(List.of(), exchange.first("Proxy-Authentication-Info"), "");
                return;
            }
            boolean more = automatic
                    && legs < MAX_LEGS
                    && exchange.status() == PROXY_AUTHENTICATION_REQUIRED
                    && logon.challenged(ChallengeParser.parse(exchange.all("Proxy-Authenticate")), described);
            if (!more || !exchange.keepsConnection()) {
                // If there is more to say, it is said on another connection.
                throw new ProxyAnswerException(exchange.answer());
            }
        }
    }

    private @Nullable String byHand() {
        return request.headers().first(PROXY_AUTHORIZATION);
    }

    private String authority() {
        String host = request.url().host();
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":"
                + request.url().port();
    }
}
