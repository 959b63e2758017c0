package io.github.wininet4j.client;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.client.Request.UploadProgress;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A body on its way: {@code HttpSendRequestEx}, {@code InternetWriteFile} for each piece, {@code HttpEndRequest}. */
final class Upload {
    /** NTLM asks twice (R-SENDEX-10), a proxy before the server as often. */
    private static final int ATTEMPTS = 5;

    /** {@code dwBufferTotal} is a DWORD. */
    private static final long MAX_ANNOUNCED = 0xFFFF_FFFFL;

    private final Exchange exchange;
    private final WinInet wininet;
    private final HINTERNET request;
    private final Body body;
    private final @Nullable UploadProgress progress;
    private final boolean chunked;

    Upload(Exchange exchange, HINTERNET request, Body body, @Nullable UploadProgress progress) {
        this.exchange = exchange;
        this.wininet = exchange.wininet();
        this.request = request;
        this.body = body;
        this.progress = progress;
        this.chunked = body.length() < 0 || body.length() > MAX_ANNOUNCED;
    }

    /** Sends the body; again if WinInet asks for that, since it cannot repeat a body by itself (R-SENDEX-9). */
    void run() throws IOException {
        if (body.contentType() != null) {
            HeaderLine.only("Content-Type", body.contentType()).addTo(wininet, request);
        }
        if (chunked) {
            // The framing is up to the caller (R-SENDEX-6).
            HeaderLine.only("Transfer-Encoding", "chunked").addTo(wininet, request);
        }
        for (int attempt = 1; ; attempt++) {
            begin();
            Pieces pieces = new Pieces();
            body.writeTo(pieces);
            pieces.finish();
            if (wininet.HttpEndRequest(request, null, 0, 0)) {
                return;
            }
            WinInetException failure = exchange.failure("HttpEndRequest");
            boolean again = failure.code() == WinInetError.ERROR_INTERNET_FORCE_RETRY && body.isRepeatable();
            if (!again || attempt == ATTEMPTS) {
                throw failure;
            }
        }
    }

    private void begin() throws WinInetException {
        INTERNET_BUFFERS announced = new INTERNET_BUFFERS();
        announced.dwBufferTotal = chunked ? 0 : (int) body.length();
        if (!wininet.HttpSendRequestEx(request, announced, null, 0, 0)) {
            throw exchange.failure("HttpSendRequestEx");
        }
    }

    /** Gathers what a body writes into pieces, and gives each the frame of a chunk where one is needed. */
    private final class Pieces extends OutputStream {
        private static final int SIZE = 64 * 1024;
        /** Room for the length of a chunk and its line end. */
        private static final int HEAD = 10;

        private final byte[] piece = new byte[HEAD + SIZE + 2];
        private final DwordRef written = new DwordRef();
        private int filled;
        private long sent;

        @Override
        public void write(int b) throws IOException {
            if (filled == SIZE) {
                send();
            }
            piece[HEAD + filled] = (byte) b;
            filled++;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            int done = 0;
            while (done < count) {
                if (filled == SIZE) {
                    send();
                }
                int part = Math.min(count - done, SIZE - filled);
                System.arraycopy(bytes, from + done, piece, HEAD + filled, part);
                filled += part;
                done += part;
            }
        }

        /** Sends at once what is there, for bodies that are made while they are sent. */
        @Override
        public void flush() throws IOException {
            send();
        }

        void finish() throws IOException {
            send();
            if (chunked) {
                byte[] end = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
                call(end, 0, end.length);
            }
        }

        private void send() throws IOException {
            if (filled == 0) {
                return;
            }
            int start = HEAD;
            int end = HEAD + filled;
            if (chunked) {
                byte[] head = (Integer.toHexString(filled) + "\r\n").getBytes(StandardCharsets.US_ASCII);
                start -= head.length;
                System.arraycopy(head, 0, piece, start, head.length);
                piece[end] = '\r';
                piece[end + 1] = '\n';
                end += 2;
            }
            call(piece, start, end - start);
            sent += filled;
            filled = 0;
            if (progress != null) {
                progress.sent(sent, body.length());
            }
        }

        private void call(byte[] bytes, int start, int count) throws WinInetException {
            int from = start;
            while (from < start + count) {
                int left = start + count - from;
                if (!wininet.InternetWriteFile(request, ByteBuffer.wrap(bytes, from, left), left, written)) {
                    throw exchange.failure("InternetWriteFile");
                }
                from += written.value;
            }
        }
    }
}
