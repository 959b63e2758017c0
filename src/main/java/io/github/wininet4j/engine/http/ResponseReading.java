package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.exchange.CacheUse;
import io.github.wininet4j.engine.http.exchange.KeptFile;
import io.github.wininet4j.engine.http.exchange.Response;
import io.github.wininet4j.engine.http.exchange.Transcript;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.stream.ContentStream;
import io.github.wininet4j.engine.http.stream.MalformedResponseException;
import io.github.wininet4j.engine.http.stream.RequestEvents;
import io.github.wininet4j.engine.transfer.Transfer;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one response: into any kind of buffer, with what was read ahead first, reporting statuses when the
 * network has to be asked (R-SEQ-10), and at any position (R-SEEK).
 *
 * <p>Not thread-safe: the operation that runs on the request owns it. Other threads ask for the file only.
 */
final class ResponseReading implements Transfer {
    /**
     * As much as one look ahead takes; also the most that a data-available query reports for chunked data (R-AVAIL-7).
     */
    private static final int LOOK_AHEAD = 8192;

    /** As much as one read takes for a direct buffer or ahead of the caller, at first and once the data flows. */
    private static final int SHORTEST_READ = 1024;

    private static final int LONGEST_READ = 65_536;

    /** From this size on a read that is filled shows that the data comes faster than it is asked for. */
    private static final int FILLED_READ = 4096;

    /** As much as is dropped at a time. */
    private static final int SKIP_PIECE = 65_536;

    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;

    private final HttpRequestNode request;
    private final RequestSending sending;
    private final RequestEvents events;
    private final Response told;
    private final Transcript answered;

    /** What data comes from now: the response, or one for a part of the resource after a seek. */
    private Transcript source;

    private ContentStream content;
    private volatile @Nullable EntryFile file;

    /** Read but not yet delivered; needed only by callers that ask before they read, or whose buffers are direct. */
    private byte @Nullable [] ahead;

    private int aheadStart;
    private int aheadEnd;
    private boolean flows;
    private boolean ended;
    /**
     * What broke the data off; reported by every read once the bytes before it are delivered, so that none is lost
     * (R-READ-7).
     */
    private @Nullable IOException failure;

    /** Whether RECEIVING_RESPONSE was reported for the wait that comes next. */
    private boolean announced;

    private final KeptBytes kept;

    /** Bytes before the one that is delivered next, counted from the start of the resource. */
    private long position;
    /** Where the caller reads next; differs from the position after a seek. */
    private long readPosition;
    /** Whether a read has found no more data (R-SEEK-10). */
    private boolean endWasRead;

    ResponseReading(HttpRequestNode request, RequestSending sending, Response response) {
        this.request = request;
        this.sending = sending;
        this.events = request.events();
        this.told = response;
        this.answered = response.transcript();
        this.source = answered;
        this.content = response.content();
        this.file = response.file();
        this.kept =
                request.isSeekable() ? KeptBytes.of(answered.contentLength(), response.file()) : KeptBytes.nothing();
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
        if (readPosition != position) {
            return false;
        }
        try {
            deliverReady(target);
        } finally {
            readPosition = position;
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
            deliver(target);
        } finally {
            // A read that fails may have taken bytes: the next one must not ask the server for them again.
            readPosition = Math.max(readPosition, position);
        }
        noteEnd(target);
    }

    /** Bytes that were read before need not be asked for again (R-SEEK-14). */
    private void takeKept(ByteBuffer target) {
        if (readPosition < position) {
            readPosition += kept.take(readPosition, position, target);
        }
    }

    private boolean noteEnd(ByteBuffer target) throws IOException {
        boolean over = atEnd();
        if (over && !endWasRead && target.position() == 0 && target.hasRemaining()) {
            endWasRead = true;
            content.endDelivered();
        }
        return over;
    }

    @Override
    public int readyBytes() throws IOException {
        if (readPosition != position) {
            return kept.available(readPosition, position);
        }
        int ready = aheadBytes();
        return ready > 0 || endWasRead ? ready : source.promisedBytes();
    }

    @Override
    public boolean isAtEnd() throws IOException {
        return atEnd() && readPosition >= position;
    }

    @Override
    public void awaitData() throws IOException {
        if (kept.available(readPosition, position) > 0) {
            return;
        }
        reposition();
        fillIfEmpty();
    }

    @Override
    public void announceWait() throws IOException {
        if (aheadStart == aheadEnd && content.buffered() == 0 && !atEnd()) {
            beginWait();
        }
    }

    private void beginWait() {
        if (!announced) {
            announced = true;
            events.receivingResponse();
        }
    }

    private void endWait(int received) {
        announced = false;
        events.responseReceived(received);
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
        if (readPosition < position) {
            refetch();
        }
        if (readPosition > position) {
            skipTo(readPosition);
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
        content = part.content();
        aheadStart = 0;
        aheadEnd = 0;
        flows = false;
        ended = false;
        failure = null;
        position = status == PARTIAL_CONTENT && !fromStart ? readPosition : 0;
    }

    // ---- the file

    @Override
    public @Nullable EntryFile responseFile() {
        return file;
    }

    /** Secure content is not kept unasked (R-LOCK-3). */
    @Override
    public void startResponseFile() {
        if (file != null) {
            return;
        }
        boolean noCopy = answered.url().secure() && (request.flags() & InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE) != 0;
        if (noCopy || position > 0) {
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
            if (ahead != null) {
                kept.write(ahead, 0, aheadEnd);
            }
            if (ended) {
                kept.finish();
            }
            done = true;
        } finally {
            if (!done) {
                kept.release();
            }
        }
        content = new KeptFile(content, kept);
        file = kept;
    }

    /** Takes what is here off the connection. */
    void drainReady() {
        LeftOver.drain(content);
    }

    void releaseFile() {
        EntryFile kept = file;
        file = null;
        if (kept != null) {
            kept.release();
        }
    }

    // ---- data

    /** Whether all bytes were delivered and no more come. */
    private boolean atEnd() throws IOException {
        return aheadStart == aheadEnd && (ended || content.isEnded());
    }

    /** Bytes that have come, counted from the start of the resource. */
    private long arrived() {
        return position + aheadEnd - aheadStart;
    }

    private int aheadBytes() throws IOException {
        if (aheadStart == aheadEnd && !ended && (content.available() > 0 || content.isEnded())) {
            fill(LOOK_AHEAD);
        }
        return aheadEnd - aheadStart;
    }

    /** Delivers what needs no waiting. The owner of the connection learns of the end by a read alone. */
    private void deliverReady(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (aheadStart < aheadEnd) {
                takeAhead(target);
            } else if (ended || (content.available() == 0 && !content.isEnded()) || !pull(target)) {
                return;
            }
        }
    }

    /**
     * Delivers until the target is full or the data ends. The system is not asked what has arrived: each question is a
     * call to it.
     */
    private void deliver(ByteBuffer target) throws IOException {
        long announcedAt = arrived();
        takeAhead(target);
        while (target.hasRemaining() && content.buffered() > 0 && pull(target)) {
            takeAhead(target);
        }
        if (!announced && (!target.hasRemaining() || atEnd())) {
            return;
        }
        long before = announced ? announcedAt : arrived();
        beginWait();
        while (target.hasRemaining() && pull(target)) {
            takeAhead(target);
        }
        endWait((int) (arrived() - before));
    }

    /** Waits until at least one byte is ready or the data ends. */
    private void fillIfEmpty() throws IOException {
        if (aheadStart == aheadEnd && !atEnd()) {
            beginWait();
            fill(LOOK_AHEAD);
            endWait(aheadEnd - aheadStart);
        } else if (announced) {
            // The data arrived in the meantime, so there is nothing to wait for.
            endWait(aheadEnd - aheadStart);
        }
    }

    /**
     * Drops bytes up to a position; stops at the end of the data. Reports one RECEIVING/RECEIVED pair, whatever the
     * distance.
     */
    private void skipTo(long target) throws IOException {
        long before = position;
        ByteBuffer waste = ByteBuffer.allocate((int) Math.min(SKIP_PIECE, target - position));
        boolean asked = false;
        while (position < target && !atEnd()) {
            waste.clear().limit((int) Math.min(waste.capacity(), target - position));
            deliverReady(waste);
            if (waste.position() == 0) {
                beginWait();
                asked = true;
                pull(waste);
            }
        }
        if (asked) {
            endWait((int) (position - before));
        }
    }

    /**
     * Reads once from the content; false at the end, and for a call that has data when the content fails: the next one
     * tells it.
     */
    private boolean pull(ByteBuffer target) throws IOException {
        try {
            return pullOnce(target);
        } catch (SocketException | MalformedResponseException e) {
            if (target.position() == 0) {
                throw e;
            }
            return false;
        }
    }

    /**
     * Reads straight into the caller's array where it has one, but not a long body in small pieces: each read is a
     * system call.
     */
    private boolean pullOnce(ByteBuffer target) throws IOException {
        int wanted = target.remaining();
        boolean inPieces = flows && wanted < LONGEST_READ;
        if (!target.hasArray() || inPieces) {
            fill(inPieces ? LONGEST_READ : wanted);
            takeAhead(target);
            return !ended;
        }
        int offset = target.arrayOffset() + target.position();
        int count = read(target.array(), offset, wanted);
        if (count < 0) {
            ended = true;
            return false;
        }
        flows = count == wanted && count >= FILLED_READ;
        target.position(target.position() + count);
        kept.add(position, target.array(), offset, count);
        position += count;
        return true;
    }

    /**
     * Reads once, at most as much as is wanted or one look ahead. What has arrived already is all that this can give
     * then, so it needs no more memory; else the memory grows as long as it is filled: each read is a system call.
     */
    private void fill(int wanted) throws IOException {
        byte[] buffer = ahead;
        int here = content.buffered();
        int least = Math.min(here > 0 ? Math.min(here, wanted) : Math.max(wanted, SHORTEST_READ), LOOK_AHEAD);
        int most = Math.max(LOOK_AHEAD, Math.min(wanted, LONGEST_READ));
        if (buffer == null || buffer.length < least) {
            buffer = new byte[least];
            ahead = buffer;
        } else if (aheadEnd == buffer.length && buffer.length < most) {
            buffer = new byte[Math.min(2 * buffer.length, most)];
            ahead = buffer;
        }
        aheadStart = 0;
        aheadEnd = 0;
        int count = read(buffer, 0, Math.min(buffer.length, most));
        if (count < 0) {
            ended = true;
        } else {
            aheadEnd = count;
        }
    }

    private int read(byte[] target, int offset, int length) throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            return content.read(target, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private void takeAhead(ByteBuffer target) {
        byte[] buffer = ahead;
        int count = Math.min(target.remaining(), aheadEnd - aheadStart);
        if (buffer != null && count > 0) {
            target.put(buffer, aheadStart, count);
            kept.add(position, buffer, aheadStart, count);
            aheadStart += count;
            position += count;
        }
    }
}
