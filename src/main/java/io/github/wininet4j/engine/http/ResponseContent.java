package io.github.wininet4j.engine.http;

import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.http.exchange.KeptFile;
import io.github.wininet4j.engine.http.stream.ContentStream;
import io.github.wininet4j.engine.http.stream.RequestEvents;
import io.github.wininet4j.engine.transfer.BrokenOff;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The data of one response in the order in which it comes: into any kind of buffer, with what was read ahead first,
 * reporting statuses when the network has to be asked (R-SEQ-10).
 *
 * <p>Not thread-safe: the operation that runs on the request owns it.
 */
final class ResponseContent {
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

    private final RequestEvents events;
    private final KeptBytes kept;
    private ContentStream content;

    /** Read but not yet delivered; needed only by callers that ask before they read, or whose buffers are direct. */
    private byte @Nullable [] ahead;

    private int aheadStart;
    private int aheadEnd;
    private boolean flows;
    private boolean ended;
    private BrokenOff broken = new BrokenOff();

    /** Whether RECEIVING_RESPONSE was reported for the wait that comes next. */
    private boolean announced;

    /** Bytes before the one that is delivered next, counted from the start of the resource. */
    private long position;

    /** Reads a response from its first byte; what is delivered is kept to seek back to. */
    ResponseContent(RequestEvents events, ContentStream content, KeptBytes kept) {
        this.events = events;
        this.content = content;
        this.kept = kept;
    }

    /** Goes on with another response, which begins somewhere in the resource. */
    void restart(ContentStream other, long start) {
        content = other;
        aheadStart = 0;
        aheadEnd = 0;
        flows = false;
        ended = false;
        broken = new BrokenOff();
        position = start;
    }

    /** Bytes before the one that is delivered next, counted from the start of the resource. */
    long position() {
        return position;
    }

    /** Keeps in a file what is read from now on, and what was read ahead. Only before the first byte was delivered. */
    void keepIn(EntryFile file) {
        if (ahead != null) {
            file.write(ahead, 0, aheadEnd);
        }
        if (ended) {
            file.finish();
        }
        content = new KeptFile(content, file);
    }

    /** Takes what is here off the connection. */
    void drainReady() {
        LeftOver.drain(content);
    }

    /** The caller has met the end. */
    void endDelivered() throws IOException {
        content.endDelivered();
    }

    /** Reports ahead of it that the next read will wait, if it will. */
    void announceWait() throws IOException {
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

    /** Whether all bytes were delivered and no more come. */
    boolean atEnd() throws IOException {
        return aheadStart == aheadEnd && (ended || content.isEnded());
    }

    /** Bytes that have come, counted from the start of the resource. */
    private long arrived() {
        return position + aheadEnd - aheadStart;
    }

    /** How many bytes a read delivers without waiting, as far as is known without one. */
    int aheadBytes() throws IOException {
        if (aheadStart == aheadEnd && !ended && readsAtOnce()) {
            fill(LOOK_AHEAD);
        }
        return aheadEnd - aheadStart;
    }

    /** Whether a read would not wait, as far as is known without one. */
    private boolean readsAtOnce() {
        // Content that failed has lost its connection: what that says of itself is not why.
        if (broken.isKnown()) {
            return true;
        }
        try {
            return content.available() > 0 || content.isEnded();
        } catch (IOException e) {
            // The read tells the reason, after the data before it.
            return true;
        }
    }

    /** Delivers what needs no waiting. The owner of the connection learns of the end by a read alone. */
    void deliverReady(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (aheadStart < aheadEnd) {
                takeAhead(target);
            } else if (ended || !readsAtOnce() || !pull(target)) {
                return;
            }
        }
    }

    /**
     * Delivers until the target is full or the data ends. The system is not asked what has arrived: each question is a
     * call to it.
     */
    void deliver(ByteBuffer target) throws IOException {
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
    void fillIfEmpty() throws IOException {
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
    void skipTo(long target) throws IOException {
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
        } catch (ZipException e) {
            // Told at once: a program that learns it is to ask again without a coding (R-COMP-6).
            throw e;
        } catch (IOException e) {
            broken.meet(e, target.position() > 0);
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
        flows = count == wanted && count >= FILLED_READ && content.readsSystem();
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
        broken.tell();
        try {
            return content.read(target, offset, length);
        } catch (IOException e) {
            broken.keep(e);
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
