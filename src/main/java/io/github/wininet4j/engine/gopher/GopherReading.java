package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.engine.net.ReadBuffer;
import io.github.wininet4j.engine.transfer.ReceivingTransfer;

/** Reads a document as it comes. */
final class GopherReading extends ReceivingTransfer {
    private final ReadBuffer input;
    private final GopherStatuses statuses;

    GopherReading(ReadBuffer input, GopherStatuses statuses) {
        super(input);
        this.input = input;
        this.statuses = statuses;
    }

    @Override
    protected boolean hasEnded() {
        return input.ended();
    }

    @Override
    protected void waitBegins() {
        statuses.receivingResponse();
    }

    @Override
    protected void waitEnds(int received) {
        statuses.responseReceived(received);
    }
}
