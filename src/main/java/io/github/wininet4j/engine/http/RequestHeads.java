package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.message.HeaderList;
import io.github.wininet4j.engine.http.message.MessageHeads;
import io.github.wininet4j.engine.http.message.ResponseFields;
import io.github.wininet4j.engine.http.pipeline.Exchange;
import org.jspecify.annotations.Nullable;

/** What HttpQueryInfo sees of a request: the stored headers before the send, those sent and the last response after it. */
final class RequestHeads implements MessageHeads {
    private final HttpRequestObject request;
    private final @Nullable Exchange exchange;

    RequestHeads(HttpRequestObject request) {
        this.request = request;
        this.exchange = request.transfer().exchange();
    }

    @Override
    public String verb() {
        return exchange == null ? request.verb() : exchange.verb();
    }

    @Override
    public String target() {
        return exchange == null ? request.url().target() : exchange.url().target();
    }

    @Override
    public String version() {
        return "HTTP/1.1";
    }

    @Override
    public boolean isSent() {
        return exchange != null;
    }

    @Override
    public HeaderList requestHeaders() {
        return exchange == null ? request.copyHeaders() : exchange.headers();
    }

    @Override
    public @Nullable ResponseFields response() {
        if (request.transfer().isWriting()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        }
        return exchange == null ? null : exchange.response();
    }
}
