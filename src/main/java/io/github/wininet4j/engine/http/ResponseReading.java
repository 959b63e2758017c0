package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.exchange.CacheUse;
import io.github.wininet4j.engine.http.exchange.Response;
import io.github.wininet4j.engine.http.exchange.Transcript;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.transfer.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one response: at any position (R-SEEK), and into a file if the caller wants one.
 *
 * <p>Not thread-safe: the operation that runs on the request owns it. Other threads ask for the file only.
 */
final class ResponseReading implements Transfer {
    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;

    private final HttpRequestNode request;
    private final RequestSending sending;
    private final Response told;
    private final Transcript answered;

    /** What data comes from now: the response, or one for a part of the resource after a seek. */
    private Transcript source;

    private volatile @Nullable EntryFile file;
    private final KeptBytes kept;
    private final ResponseContent data;
    /** Where the caller reads next; differs from the position of the data after a seek. */
    private long readPosition;
    /** Whether a read has found no more data (R-SEEK-10). */
    private boolean endWasRead;

    ResponseReading(HttpRequestNode request, RequestSending sending, Response response) {
        this.request = request;
        this.sending = sending;
        this.told = response;
        this.answered = response.transcript();
        this.source = answered;
        this.file = response.file();
        this.kept =
                request.isSeekable() ? KeptBytes.of(answered.contentLength(), response.file()) : KeptBytes.nothing();
        this.data = new ResponseContent(request.events(), response.content(), kept);
    }

    /** Whether this reads a response, so that it need not be published twice. */
    @SuppressWarnings("ReferenceEquality") // The same one, not an equal one.
    boolean isOf(Response response) {
        return told.equals(response);
    }

    @Override
    public void requireReadable() {
        // A response is there.
    }

    @Override
    public boolean readReady(ByteBuffer target) throws IOException {
        takeKept(target);
        if (readPosition != data.position()) {
            return false;
        }
        try {
            data.deliverReady(target);
        } finally {
            readPosition = data.position();
        }
        return noteEnd(target);
    }

    @Override
    public void readFully(ByteBuffer target) throws IOException {
        takeKept(target);
        if (!target.hasRemaining()) {
            return;
        }
        reposition();
        try {
            data.deliver(target);
        } finally {
            // A read that fails may have taken bytes: the next one must not ask the server for them again.
            readPosition = Math.max(readPosition, data.position());
        }
        noteEnd(target);
    }

    /** Bytes that were read before need not be asked for again (R-SEEK-14). */
    private void takeKept(ByteBuffer target) {
        if (readPosition < data.position()) {
            readPosition += kept.take(readPosition, data.position(), target);
        }
    }

    private boolean noteEnd(ByteBuffer target) throws IOException {
        boolean over = data.atEnd();
        if (over && !endWasRead && target.position() == 0 && target.hasRemaining()) {
            endWasRead = true;
            data.endDelivered();
        }
        return over;
    }

    @Override
    public int readyBytes() throws IOException {
        if (readPosition != data.position()) {
            return kept.available(readPosition, data.position());
        }
        int ready = data.aheadBytes();
        return ready > 0 || endWasRead ? ready : source.promisedBytes();
    }

    @Override
    public boolean isAtEnd() throws IOException {
        return data.atEnd() && readPosition >= data.position();
    }

    @Override
    public void awaitData() throws IOException {
        if (kept.available(readPosition, data.position()) > 0) {
            return;
        }
        reposition();
        data.fillIfEmpty();
    }

    @Override
    public void announceWait() throws IOException {
        data.announceWait();
    }

    // ---- positions

    /** InternetSetFilePointer; the data moves with the next read (R-SEEK-11). */
    @Override
    public long seek(long distance, int method, long last) {
        request.requireSeekable();
        if (endWasRead) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
        }
        long base = switch (method) {
            case 0 -> 0;
            case 1 -> readPosition;
            default -> answered.contentLength();
        };
        if (base < 0) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
        }
        long target = base + distance;
        if (target < 0 || target > last) {
            throw new WinInetFailure(Win32Error.ERROR_NEGATIVE_SEEK);
        }
        readPosition = target;
        return target;
    }

    private void reposition() throws IOException {
        if (readPosition < data.position()) {
            refetch();
        }
        if (readPosition > data.position()) {
            data.skipTo(readPosition);
        }
    }

    /** Asks the server again for what was passed over: only callers that seek back pay for that. */
    private void refetch() throws IOException {
        HeaderList headers = request.copyHeaders();
        // A range counts bytes of the whole resource as it is stored, not of a part of it or of what was decoded.
        boolean fromStart = headers.contains("Range") || answered.decoded();
        if (!fromStart) {
            headers.add("Range", "bytes=" + readPosition + "-");
        }
        Response part = sending.fetchAgain(answered, headers);
        source = part.transcript();
        int status = source.response() == null ? 0 : source.response().status();
        if (status != OK && status != PARTIAL_CONTENT) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
        }
        data.restart(part.content(), status == PARTIAL_CONTENT && !fromStart ? readPosition : 0);
    }

    // ---- the file

    @Override
    public @Nullable EntryFile responseFile() {
        EntryFile known = file;
        return known == null || known.isDiscarded() ? null : known;
    }

    /** Secure content is not kept unasked (R-LOCK-3). */
    @Override
    public void startResponseFile() {
        if (file != null) {
            return;
        }
        boolean noCopy = answered.url().secure() && (request.flags() & InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE) != 0;
        if (noCopy || data.position() > 0) {
            throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
        }
        keepIn(sending.createFile());
    }

    /** Sees to it that there is a file, which stays as long as the request (R-OPTN-33). */
    void promiseFile() {
        EntryFile known = file;
        if (known == null) {
            keepIn(sending.createFile());
        } else {
            known.promise();
        }
    }

    /** What the cache had to do with the response; null if nothing. */
    @Nullable
    CacheUse cached() {
        return told.cached();
    }

    /** Keeps what is read from now on, and what was read ahead. Only before the first byte was delivered. */
    void keepIn(EntryFile kept) {
        boolean done = false;
        try {
            data.keepIn(kept);
            done = true;
        } finally {
            if (!done) {
                kept.release();
            }
        }
        file = kept;
    }

    /** Takes what is here off the connection, so that it can serve again where that is all (R-SEND-21). */
    void drainReady() {
        data.drainReady();
    }

    void releaseFile() {
        EntryFile kept = file;
        file = null;
        if (kept != null) {
            kept.release();
        }
    }
}
