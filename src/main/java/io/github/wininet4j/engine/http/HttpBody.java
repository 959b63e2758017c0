package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.engine.http.h1.MalformedResponseException;
import io.github.wininet4j.engine.http.pipeline.ContentStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one response body for the caller: into any kind of buffer, with what was read ahead first, telling the statuses when the
 * network has to be asked (R-SEQ-10) and keeping the response file up to date.
 *
 * <p>Not thread-safe: the operation that runs on the request owns it.
 */
final class HttpBody {
    /** As much as one look ahead takes; also the most that a data-available query reports for chunked data (R-AVAIL-7). */
    private static final int LOOK_AHEAD = 8192;

    /** As much as one read takes for a direct buffer or ahead of the caller, at first and once the data flows. */
    private static final int SHORTEST_READ = 1024;

    private static final int LONGEST_READ = 65_536;

    /** From this size on a read that is filled shows that the data comes faster than it is asked for. */
    private static final int FILLED_READ = 4096;

    /** As much as is dropped at a time. */
    private static final int SKIP_PIECE = 65_536;

    private final HandleNode node;
    private final ContentStream content;
    private @Nullable EntryFile file;

    /** Read but not yet delivered; needed only by callers that ask before they read, or whose buffers are direct. */
    private byte @Nullable [] ahead;

    private int aheadStart;
    private int aheadEnd;
    private boolean flows;
    private boolean ended;
    /** What broke the data off; told by every read once the bytes before it are delivered, so that none is lost (R-READ-7). */
    private @Nullable IOException failure;

    private long position;

    HttpBody(HandleNode node, ContentStream content, @Nullable EntryFile file, long position) {
        this.node = node;
        this.content = content;
        this.file = file;
        this.position = position;
    }

    /** Bytes before the one that is delivered next, counted from the start of the resource. */
    long position() {
        return position;
    }

    /** Whether all bytes were delivered and no more come. */
    boolean isAtEnd() throws IOException {
        return aheadStart == aheadEnd && (ended || content.isEnded());
    }

    /** Keeps what is read from now on, and what was read ahead. Only before the first byte was delivered. */
    void keepIn(EntryFile kept) {
        if (ahead != null) {
            kept.write(ahead, 0, aheadEnd);
        }
        if (ended) {
            kept.finish();
        }
        file = kept;
    }

    /** Bytes that have come, counted likewise. */
    private long arrived() {
        return position + aheadEnd - aheadStart;
    }

    int readyBytes() throws IOException {
        if (aheadStart == aheadEnd && content.available() > 0) {
            fill(LOOK_AHEAD);
        }
        return aheadEnd - aheadStart;
    }

    /** Delivers what needs no waiting. */
    void readReady(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (aheadStart < aheadEnd) {
                takeAhead(target);
            } else if (ended || content.available() == 0 || !pull(target)) {
                return;
            }
        }
    }

    /** Delivers until the target is full or the data ends. The system is not asked what has arrived: each question is a call to it. */
    void readFully(ByteBuffer target) throws IOException {
        takeAhead(target);
        while (target.hasRemaining() && content.buffered() > 0 && pull(target)) {
            takeAhead(target);
        }
        if (!target.hasRemaining() || isAtEnd()) {
            return;
        }
        long before = arrived();
        StatusNotifier.plain(node, InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE);
        while (target.hasRemaining() && pull(target)) {
            takeAhead(target);
        }
        StatusNotifier.number(node, InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED, (int) (arrived() - before));
    }

    /** Waits until at least one byte is ready or the data ends. */
    void awaitData() throws IOException {
        if (aheadStart == aheadEnd && !isAtEnd()) {
            StatusNotifier.plain(node, InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE);
            fill(LOOK_AHEAD);
            StatusNotifier.number(node, InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED, aheadEnd - aheadStart);
        }
    }

    /** Drops bytes up to a position; stops at the end of the data. However far it is, the network is told of once. */
    void skipTo(long target) throws IOException {
        long before = position;
        ByteBuffer waste = ByteBuffer.allocate((int) Math.min(SKIP_PIECE, target - position));
        boolean asked = false;
        while (position < target && !isAtEnd()) {
            waste.clear().limit((int) Math.min(waste.capacity(), target - position));
            readReady(waste);
            if (waste.position() == 0) {
                if (!asked) {
                    StatusNotifier.plain(node, InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE);
                    asked = true;
                }
                pull(waste);
            }
        }
        if (asked) {
            StatusNotifier.number(node, InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED, (int) (position - before));
        }
    }

    /** Reads once from the content; false at the end, and for a call that has data when the content fails: the next one tells it. */
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

    /** Reads straight into the caller's array where it has one, but not a long body in small pieces: each read is a system call. */
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
            end();
            return false;
        }
        flows = count == wanted && count >= FILLED_READ;
        keep(target.array(), offset, count);
        target.position(target.position() + count);
        position += count;
        return true;
    }

    /** Reads once, at most as much as is wanted or one look ahead. The memory grows as long as it is filled: each read is a system call. */
    private void fill(int wanted) throws IOException {
        byte[] buffer = ahead;
        int least = Math.min(Math.max(wanted, SHORTEST_READ), LOOK_AHEAD);
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
            end();
        } else {
            aheadEnd = count;
            keep(buffer, 0, count);
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
            aheadStart += count;
            position += count;
        }
    }

    private void end() {
        ended = true;
        if (file != null) {
            file.finish();
        }
    }

    private void keep(byte[] bytes, int offset, int count) {
        if (file != null) {
            file.write(bytes, offset, count);
        }
    }
}
