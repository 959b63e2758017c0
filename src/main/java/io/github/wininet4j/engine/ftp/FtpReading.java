package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.transfer.ReceivingTransfer;
import java.io.IOException;

/** Reads a file as it comes. With its last byte comes the server's reply, which may still say that it failed. */
final class FtpReading extends ReceivingTransfer {
    private final FtpChild child;

    FtpReading(FtpChild child) {
        super(child.data().input());
        this.child = child;
    }

    @Override
    protected boolean hasEnded() {
        return child.data().isEnded();
    }

    @Override
    protected void end() throws IOException {
        child.end();
    }

    @Override
    protected void endFailed() {
        child.tellReplyAgain();
    }

    @Override
    protected void waitBegins() {
        child.statuses().receivingResponse();
    }

    @Override
    protected void waitEnds(int received) {
        child.statuses().responseReceived(received);
    }
}
