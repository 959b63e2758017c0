package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.HeaderTokens;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.stream.HttpStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Asks for WebSocket and checks a 101 that grants it (RFC 6455 section 4.1). Any other response is one like others
 * (R-WS-1). Extensions are not offered; sub-protocols are a header of the program's.
 */
final class UpgradingExchange extends ForwardingExchange {
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int KEY_BYTES = 16;

    /** What a server appends to the key, to show that it knows WebSocket. */
    private static final String SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final String key;
    private final Request request;
    private final HttpExchange below;

    UpgradingExchange(Request request, Opener next) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = Base64.getEncoder().encodeToString(random);
        this.request = request;
        this.below = next.open(request.withHeaders(asking(request.headers())).holdingConnection());
    }

    private HeaderList asking(HeaderList headers) {
        HeaderList asking = headers.copy();
        asking.set("Upgrade", "websocket");
        asking.set("Connection", "Upgrade");
        asking.set("Sec-WebSocket-Key", key);
        asking.set("Sec-WebSocket-Version", "13");
        return asking;
    }

    /** The Sec-WebSocket-Accept that answers a key. */
    static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + SUFFIX).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected HttpExchange below() {
        return below;
    }

    @Override
    public Response receive() throws IOException {
        Response response = below.receive();
        ResponseFields head = response.transcript().response();
        HttpStream stream = response.transcript().stream();
        if (head != null && head.status() == SWITCHING_PROTOCOLS) {
            if (!grants(head)) {
                below.abandon();
                throw new WinInetFailure(WinInetError.ERROR_HTTP_INVALID_SERVER_RESPONSE);
            }
        } else if (stream != null && !request.holdsConnection()) {
            stream.releaseWhenRead();
        }
        return response;
    }

    /** Whether the server speaks WebSocket from here on, without anything that was not asked for. */
    private boolean grants(ResponseFields head) {
        String accepted = head.first("Sec-WebSocket-Accept");
        return HeaderTokens.contains(head, "Upgrade", "websocket")
                && HeaderTokens.contains(head, "Connection", "Upgrade")
                && accepted != null
                && accepted.strip().equals(accept(key))
                && head.first("Sec-WebSocket-Extensions") == null
                && isAskedFor(head.first("Sec-WebSocket-Protocol"));
    }

    private boolean isAskedFor(@Nullable String protocol) {
        return protocol == null || HeaderTokens.contains(request.headers(), "Sec-WebSocket-Protocol", protocol.strip());
    }
}
