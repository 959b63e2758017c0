package io.github.wininet4j.engine.http.h1;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.stream.ContentStream;
import io.github.wininet4j.engine.http.stream.MalformedResponseException;
import io.github.wininet4j.engine.net.ReadBuffer;
import java.io.IOException;
import java.util.List;

/**
 * The body of one response with its framing taken off: its end is found by length, by chunks, or by the end of the
 * connection. It never closes the connection.
 */
abstract sealed class ResponseBody implements ContentStream permits FixedBody, ChunkedBody, OpenEndedBody {
    /** What a body belongs to. */
    interface Owner {
        /** Reading met the end. */
        void bodyEnded() throws IOException;

        /** Reading failed. */
        void bodyFailed();

        /** Whether a body that ends too early is an error. */
        boolean truncationFails();

        /** How long what stands between two pieces of data may take once it has begun; 0 or less for any time. */
        int receiveMillis();
    }

    /**
     * Nobody who has to know what becomes of a body.
     *
     * @param receiveMillis as for {@link Owner}
     */
    record Nobody(int receiveMillis) implements Owner {
        @Override
        public void bodyEnded() {}

        @Override
        public void bodyFailed() {}

        @Override
        public boolean truncationFails() {
            return false;
        }
    }

    private static final Owner NOBODY = new Nobody(0);

    final ReadBuffer input;
    private Owner owner = NOBODY;
    private final long announced;
    private boolean ended;
    private boolean truncated;
    /** All data came, but not what was to stand behind it. */
    private boolean unmarked;

    ResponseBody(ReadBuffer input, long announced) {
        this.input = input;
        this.announced = announced;
    }

    /**
     * Decides the framing.
     *
     * @param method the request's method; HEAD has no body, nor has a CONNECT that succeeds
     * @param head the response's head
     * @param input the connection's bytes, at the first of the body
     * @param owner learns of the end and of failures
     * @return the body
     * @throws MalformedResponseException if lengths contradict each other
     */
    static ResponseBody of(String method, ResponseHead head, ReadBuffer input, Owner owner)
            throws MalformedResponseException {
        ResponseBody body = of(method, head, input);
        body.owner = owner;
        return body;
    }

    static ResponseBody of(String method, ResponseHead head, ReadBuffer input) throws MalformedResponseException {
        long length = head.contentLength();
        if (hasNoBody(method, head.status())) {
            return new FixedBody(input, 0, length);
        }
        if (head.hasToken("Transfer-Encoding", "chunked")) {
            return new ChunkedBody(input, WireLimits.DEFAULT);
        }
        return length < 0 ? new OpenEndedBody(input) : new FixedBody(input, length, length);
    }

    private static boolean hasNoBody(String method, int status) {
        boolean success = status >= 200 && status < 300;
        return method.equals("HEAD")
                || status < 200
                || status == 204
                || status == 304
                || (success && method.equals("CONNECT"));
    }

    /**
     * Reads what is here, or waits for more. Large requests are read straight into the array.
     *
     * @param target where bytes go
     * @param offset where to put the first
     * @param count how many at most
     * @return how many, or -1 at the end of the data, which may be premature: see {@link #truncated}
     * @throws MalformedResponseException if the framing is broken
     * @throws IOException if the connection fails
     */
    @Override
    public final int read(byte[] target, int offset, int count) throws IOException {
        int got;
        try {
            got = readAny(target, offset, count);
            if (hasEnded()) {
                owner.bodyEnded();
            }
        } catch (IOException e) {
            owner.bodyFailed();
            throw e;
        }
        if (got < 0 && truncated && owner.truncationFails()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_CONNECTION_RESET);
        }
        return got;
    }

    /** Reads like {@link #read}, but tells the owner nothing: for a body that is dropped. */
    final int readAny(byte[] target, int offset, int count) throws IOException {
        if (ended) {
            return -1;
        }
        return count == 0 ? 0 : readSome(target, offset, count);
    }

    /**
     * Reads only what needs no waiting.
     *
     * @param target where bytes go
     * @param offset where to put the first
     * @param count how many at most
     * @return how many; 0 if waiting is needed or the data ended
     * @throws MalformedResponseException if the framing is broken
     * @throws IOException if the connection fails
     */
    final int readBuffered(byte[] target, int offset, int count) throws IOException {
        int done = 0;
        int ready = buffered();
        while (done < count && ready > 0) {
            done += readSome(target, offset + done, Math.min(ready, count - done));
            ready = buffered();
        }
        return done;
    }

    /**
     * Tells how many bytes are here, without asking the network.
     *
     * @return the number; at most 8,192 of a chunked body (R-AVAIL-7)
     * @throws MalformedResponseException if the framing is broken
     * @throws IOException never for other reasons
     */
    @Override
    public abstract int buffered() throws IOException;

    /** What {@link #available} tells where only the end of the connection is there to be read. */
    static final int END_ARRIVED = 1;

    /**
     * Tells how many bytes can be read without waiting, those that wait in the system included.
     *
     * @return the number, as for {@link #buffered}; more than 0 as well if a read meets the end without waiting
     *     (R-READ-17)
     * @throws IOException if the framing is broken or the connection was closed
     */
    @Override
    public abstract int available() throws IOException;

    /**
     * Waits until there are bytes or the data ends.
     *
     * @return how many are here; 0 at the end
     * @throws IOException if the framing is broken or the connection fails
     */
    final int await() throws IOException {
        int ready = buffered();
        while (ready == 0 && !hasEnded()) {
            fetch();
            ready = buffered();
        }
        return ready;
    }

    /**
     * Tells, without asking the network, whether all data was read.
     *
     * @return true if the next {@link #read} returns -1 at once
     * @throws IOException if the framing is broken
     */
    final boolean hasEnded() throws IOException {
        if (!ended) {
            buffered();
        }
        return ended;
    }

    /** The end is known, and reading on does not fail. */
    @Override
    public final boolean isEnded() throws IOException {
        return hasEnded() && !(truncated && owner.truncationFails());
    }

    /**
     * Returns whether the response was read to its very end, last chunk included, so that the connection can carry
     * another exchange if the server keeps it (R-SEND-17). Does not ask the network.
     *
     * @return true if so
     * @throws IOException if the framing is broken
     */
    boolean complete() throws IOException {
        return hasEnded() && isWhole();
    }

    @Override
    public final boolean isWhole() {
        return !truncated && !unmarked;
    }

    /** Returns whether the connection ended before the announced end of the body (R-READ-7). */
    final boolean truncated() {
        return truncated;
    }

    /** Returns how many bytes are to come, or -1 if unknown. */
    abstract long remaining();

    /**
     * Returns what Content-Length says. Responses to HEAD and with status 204 or 304 announce bytes that never come
     * (R-READ-13, R-AVAIL-8).
     *
     * @return the bytes, or -1 if it says nothing or does not count
     */
    @Override
    public final long length() {
        return announced;
    }

    /** Returns the trailer lines; empty before the end and for framings other than chunks. */
    List<String> trailers() {
        return List.of();
    }

    private int readSome(byte[] target, int offset, int count) throws IOException {
        long most = nextBytes();
        if (most == 0) {
            return -1;
        }
        int got = input.read(target, offset, (int) Math.min(count, most));
        if (got < 0) {
            inputEnded();
            return -1;
        }
        taken(got);
        return got;
    }

    /** Takes off what stands before the next data, waiting for it; returns how much data is next, 0 at the end. */
    abstract long nextBytes() throws IOException;

    /** Notes that bytes of the next data were read. */
    abstract void taken(int count);

    /**
     * Notes that the connection has ended, and all that arrived was taken.
     *
     * @throws MalformedResponseException if it must not end here
     */
    abstract void inputEnded() throws MalformedResponseException;

    /** Waits for bytes to arrive in the buffer, which has room, or notes the end. */
    void fetch() throws IOException {
        if (!input.fill()) {
            inputEnded();
        }
    }

    final void end() {
        ended = true;
    }

    /** Ends with all data, but without what tells so: the response is neither kept nor followed by another. */
    final void endWithoutItsMark() {
        ended = true;
        unmarked = true;
    }

    final void cutShort() {
        ended = true;
        truncated = true;
    }

    final int receiveMillis() {
        return owner.receiveMillis();
    }

    /** Whether the end was met by now. */
    final boolean endSeen() {
        return ended;
    }
}
