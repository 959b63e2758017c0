package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.h1.ResponseBody;
import java.io.IOException;

/** A response body as it comes off the wire. With its last byte the connection goes back to the pool. */
final class WireContent implements ContentStream {
    private final Exchange exchange;
    private final ResponseBody framing;
    private final TransferStage transfer;
    private final boolean truncationFails;

    WireContent(Exchange exchange, ResponseBody framing, TransferStage transfer, boolean truncationFails) {
        this.exchange = exchange;
        this.framing = framing;
        this.transfer = transfer;
        this.truncationFails = truncationFails;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count;
        try {
            count = framing.read(target, offset, length);
            if (framing.ended()) {
                transfer.settle(exchange);
            }
        } catch (IOException e) {
            transfer.discard(exchange);
            throw e;
        }
        if (count < 0 && truncationFails && framing.truncated()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_CONNECTION_RESET);
        }
        return count;
    }

    @Override
    public int buffered() throws IOException {
        return framing.available();
    }

    @Override
    public int available() throws IOException {
        return framing.availableNow();
    }

    @Override
    public boolean isEnded() throws IOException {
        return framing.ended() && !(truncationFails && framing.truncated());
    }
}
