package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.net.AnswerTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads replies (RFC 959, section 4.2), within bounds (R-PROJ-FTP-1). */
final class ReplyReader {
    static final int MAX_LINE = 65_536;

    private static final int MAX_LINES = 1_000;
    private static final int MAX_CHARACTERS = 1_048_576;
    private static final int CODE = 3;
    private static final int LOWEST = 100;
    private static final int HIGHEST = 599;

    private final LineReader lines;

    ReplyReader(LineReader lines) {
        this.lines = lines;
    }

    /**
     * Reads a reply.
     *
     * @param time how long it may take once it has begun
     * @throws SessionDroppedException if the connection has ended
     * @throws InvalidReplyException if it is none, or too long
     */
    Reply next(AnswerTime time) throws IOException {
        String first = line(time);
        int code = code(first);
        if (code < 0) {
            throw new InvalidReplyException("not a reply: " + first);
        }
        List<String> all = new ArrayList<>();
        all.add(first.length() == CODE ? first + " " : first);
        String last = first.substring(0, CODE);
        int characters = first.length();
        boolean more = first.length() > CODE && first.charAt(CODE) == '-';
        while (more) {
            String line = line(time);
            characters += line.length();
            if (all.size() >= MAX_LINES || characters > MAX_CHARACTERS) {
                throw new InvalidReplyException("a reply does not end");
            }
            all.add(line);
            more = !(line.startsWith(last) && (line.length() == CODE || line.charAt(CODE) == ' '));
        }
        return new Reply(code, List.copyOf(all));
    }

    private String line(AnswerTime time) throws IOException {
        String line = lines.next(time);
        if (line == null) {
            throw new SessionDroppedException();
        }
        if (lines.wasCut()) {
            throw new InvalidReplyException("a line of a reply is too long");
        }
        return line;
    }

    private static int code(String line) {
        if (line.length() < CODE || (line.length() > CODE && line.charAt(CODE) != ' ' && line.charAt(CODE) != '-')) {
            return -1;
        }
        int code = 0;
        for (int i = 0; i < CODE; i++) {
            char digit = line.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            code = code * 10 + digit - '0';
        }
        return code >= LOWEST && code <= HIGHEST ? code : -1;
    }
}
