package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.option.DwordSetting;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** FtpGetFile and FtpPutFile: a whole file in one call. */
final class FileCopy {
    private static final int PIECE = 65_536;
    private static final int LARGEST = 16 * 1_048_576;

    private FileCopy() {}

    /**
     * Copies a file from the server.
     *
     * @param remote its name there
     * @param local the file here, empty; a failure deletes it, even one that was there (R-FTP-15)
     * @param attributes {@code FILE_ATTRIBUTE_*} bits of the new file
     * @param type the type of {@link TransferType}
     * @param copies where it is kept as well, or null
     */
    static FtpOperation.Work get(
            String remote, LocalFile local, int attributes, char type, @Nullable FtpCopies copies) {
        return (session, call) -> {
            boolean done = false;
            KeptFile kept = copies == null ? null : copies.keep();
            try {
                receive(call, session.transfer(call, type, "RETR " + remote), local, kept);
                local.finish(attributes);
                if (kept != null) {
                    kept.commit(-1);
                }
                done = true;
                return 1;
            } finally {
                if (!done) {
                    local.delete();
                }
                if (kept != null) {
                    kept.close();
                }
            }
        };
    }

    /** A buffer that a program asks for counts if it is larger than the usual one (R-OPTN-12, R-OPTN-13). */
    private static int size(FtpCall call, DwordSetting option) {
        return Math.min(Math.max(call.node().setting(option), PIECE), LARGEST);
    }

    private static void receive(FtpCall call, FtpData data, LocalFile local, @Nullable KeptFile kept)
            throws IOException {
        byte[] piece = new byte[size(call, DwordSetting.READ_BUFFER_SIZE)];
        try {
            call.statuses().receivingResponse();
            long received = 0;
            int count = data.input().read(piece, 0, piece.length);
            while (count >= 0) {
                received += count;
                local.write(piece, count);
                if (kept != null) {
                    kept.write(ByteBuffer.wrap(piece, 0, count));
                }
                count = data.input().read(piece, 0, piece.length);
            }
            call.statuses().responseReceived((int) Math.min(received, Integer.MAX_VALUE));
            data.end();
        } finally {
            data.abandon();
        }
    }

    /**
     * Copies a file to the server.
     *
     * @param local the open file
     * @param remote its name there
     * @param type the type of {@link TransferType}
     */
    static FtpOperation.Work put(LocalFile local, String remote, char type) {
        return (session, call) -> {
            try (local) {
                FtpData data = session.transfer(call, type, "STOR " + remote);
                try {
                    call.statuses().sendingRequest();
                    byte[] piece = new byte[size(call, DwordSetting.WRITE_BUFFER_SIZE)];
                    long sent = 0;
                    int count = local.read(piece);
                    while (count >= 0) {
                        data.write(piece, 0, count);
                        sent += count;
                        count = local.read(piece);
                    }
                    call.statuses().requestSent((int) Math.min(sent, Integer.MAX_VALUE));
                    data.end();
                } finally {
                    data.abandon();
                }
                return 1;
            }
        };
    }
}
