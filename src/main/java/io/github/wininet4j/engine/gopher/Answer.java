package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.net.AnswerTime;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.ReadBuffer;
import io.github.wininet4j.engine.net.WireNumber;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a server says to one request: the bytes up to the end of the connection, up to a line with a dot alone, or as
 * many as the head of a Gopher+ answer says.
 */
final class Answer extends InputStream {
    private static final int LONGEST_LINE = 4_096;
    private static final int UNKNOWN_LENGTH = -1;
    private static final int TO_THE_END = -2;

    private final Connection connection;
    private final ReadBuffer input;
    private final AnswerTime time;
    /** Whether the time counts for more than a head. */
    private boolean timed;
    /** Bytes that are left, or how the end is told. */
    private long left;
    /** Whether a line begins. */
    private boolean atLineStart;

    private final byte[] held = new byte[4];
    private int heldCount;
    private int given;
    private @Nullable IOException failure;

    private Answer(Connection connection, AnswerTime time, long left) {
        this.connection = connection;
        this.input = connection.input();
        this.time = time;
        this.left = left;
    }

    /**
     * An answer of plain Gopher.
     *
     * @param time how long all of it may take once it has begun, if it is to be read as a whole
     * @param text whether it ends with a dot
     */
    static Answer plain(Connection connection, AnswerTime time, boolean text) {
        Answer answer = new Answer(connection, time, text ? UNKNOWN_LENGTH : TO_THE_END);
        answer.atLineStart = text;
        return answer;
    }

    /**
     * An answer of Gopher+, whose first line says how long it is or that it is an error.
     *
     * @param time how long that may take once it has begun, and the rest too if it is to be read as a whole
     * @param said gets what the server says of an error
     * @throws WinInetFailure {@code ERROR_INTERNET_EXTENDED_ERROR} if it is an error,
     *     {@code ERROR_GOPHER_PROTOCOL_ERROR} if the line is missing
     */
    static Answer plus(Connection connection, AnswerTime time, StringBuilder said) throws IOException {
        String head = headLine(connection.input(), time);
        boolean failed = head.startsWith("-");
        if (!failed && !head.startsWith("+")) {
            throw new WinInetFailure(WinInetError.ERROR_GOPHER_PROTOCOL_ERROR);
        }
        long length = number(head.substring(1));
        Answer answer = new Answer(connection, time, failed ? UNKNOWN_LENGTH : length);
        answer.atLineStart = true;
        if (failed) {
            answer.readAsAWhole();
            for (int next = answer.read(); next >= 0 && said.length() < LONGEST_LINE; next = answer.read()) {
                said.append((char) next);
            }
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_EXTENDED_ERROR);
        }
        return answer;
    }

    /** Lets the time count for everything that is read from now on: nobody gets any of it before the end. */
    void readAsAWhole() {
        timed = true;
    }

    private static String headLine(ReadBuffer input, AnswerTime time) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next >= 0 && next != '\n' && line.length() < LONGEST_LINE; next = input.read()) {
            line.append((char) next);
            time.begin();
            time.beforeWait();
        }
        return line.toString().strip();
    }

    private static long number(String text) {
        if (text.equals("-1") || text.equals("-2")) {
            return text.equals("-1") ? UNKNOWN_LENGTH : TO_THE_END;
        }
        long number = WireNumber.parse(text);
        if (number == WireNumber.NONE) {
            throw new WinInetFailure(WinInetError.ERROR_GOPHER_PROTOCOL_ERROR);
        }
        return number;
    }

    /** Lets a handle's cancellation end what waits for data. */
    void bind(Cancellation cancellation) throws IOException {
        connection.bind(cancellation);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        if (left >= 0) {
            return readCounted(target, offset, count);
        }
        if (left == TO_THE_END) {
            return take(target, offset, count);
        }
        int done = 0;
        while (done < count) {
            if (given < heldCount) {
                target[offset + done++] = held[given++];
                continue;
            }
            if (done > 0 && input.length() == 0) {
                break;
            }
            if (!holds(done)) {
                break;
            }
        }
        return done == 0 && count > 0 ? -1 : done;
    }

    /** Takes the next bytes; what fails behind others is told by the next read, so that those are not lost. */
    private boolean holds(int before) throws IOException {
        if (failure == null) {
            try {
                return hold();
            } catch (IOException e) {
                // A dot that is held is no part of the text as long as nobody knows what follows.
                heldCount = 0;
                given = 0;
                failure = e;
            }
        }
        if (before == 0) {
            throw failure;
        }
        return false;
    }

    private int readCounted(byte[] target, int offset, int count) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = take(target, offset, (int) Math.min(count, left));
        if (read < 0) {
            // It was to be longer.
            throw new WinInetFailure(WinInetError.ERROR_GOPHER_DATA_ERROR);
        }
        left -= read;
        return read;
    }

    private int take(byte[] target, int offset, int count) throws IOException {
        beforeWait();
        int read = input.read(target, offset, count);
        time.begin();
        return read;
    }

    private int next() throws IOException {
        beforeWait();
        int next = input.read();
        time.begin();
        return next;
    }

    private void beforeWait() throws IOException {
        if (timed && input.length() == 0) {
            time.beforeWait();
        }
    }

    /**
     * Takes the next bytes that can be given out: one, or with a dot at the start of a line the whole of what the dot
     * is part of. A dot alone is the end if nothing follows; before another dot it is left out (RFC 1436, section 3.9).
     */
    private boolean hold() throws IOException {
        heldCount = 0;
        given = 0;
        int next = next();
        if (next < 0) {
            return false;
        }
        if (atLineStart && next == '.') {
            return holdDot();
        }
        atLineStart = next == '\n';
        keep(next);
        return true;
    }

    private void keep(int next) {
        held[heldCount++] = (byte) next;
    }

    private boolean holdDot() throws IOException {
        int next = next();
        if (next == '.') {
            atLineStart = false;
            keep('.');
            return true;
        }
        keep('.');
        if (next == '\r') {
            keep('\r');
            next = next();
        }
        if (next < 0) {
            heldCount = 0;
            return false;
        }
        keep(next);
        atLineStart = next == '\n';
        if (next != '\n') {
            return true;
        }
        int after = next();
        if (after < 0) {
            heldCount = 0;
            return false;
        }
        keep(after);
        atLineStart = after == '\n';
        return true;
    }

    @Override
    public int available() throws IOException {
        int here = heldCount - given;
        if (here > 0) {
            return here;
        }
        int arrived = input.length() + input.arrived();
        if (left >= 0) {
            return (int) Math.min(arrived, left);
        }
        // A line end, a dot and a line end may be all that there is: that has to be waited for.
        return left == TO_THE_END || arrived > 4 ? Math.max(0, left == TO_THE_END ? arrived : arrived - 4) : 0;
    }

    @Override
    public void close() {
        connection.unbind();
        connection.closeGracefully();
    }
}
