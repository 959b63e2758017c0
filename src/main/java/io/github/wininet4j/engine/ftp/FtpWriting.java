package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.transfer.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes a file; it is over when its handle is closed (R-WRITE-3). */
final class FtpWriting implements Transfer {
    private static final int PIECE = 65_536;

    private final FtpChild child;

    FtpWriting(FtpChild child) {
        this.child = child;
    }

    @Override
    public void requireWritable() {
        // It always is.
    }

    @Override
    public long seek(long distance, int method, long last) {
        throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
        int count = source.remaining();
        child.statuses().sendingRequest();
        byte[] piece = new byte[Math.min(PIECE, count)];
        while (source.hasRemaining()) {
            int length = Math.min(piece.length, source.remaining());
            source.get(piece, 0, length);
            child.data().write(piece, 0, length);
        }
        child.statuses().requestSent(count);
    }
}
