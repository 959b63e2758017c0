package io.github.wininet4j.engine.ftp;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.engine.net.AnswerTime;
import io.github.wininet4j.engine.net.ReadBuffer;
import io.github.wininet4j.fuzz.FuzzTarget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Replies of a server, and the ports, folders and sizes that they name. The size of the buffer does not matter. */
public final class ReplyTarget implements FuzzTarget {
    private static final int MAX_PORT = 65_535;

    /** Creates the target. */
    public ReplyTarget() {}

    @Override
    public String run(byte[] input) throws IOException {
        List<String> small = read(input, 8);
        List<String> large = read(input, 4096);
        check(small.equals(large), "the same replies whatever the buffer");
        return small.size() > 1 ? "replies" : small.get(0);
    }

    private static List<String> read(byte[] input, int size) throws IOException {
        List<String> outcomes = new ArrayList<>();
        LineReader lines = new LineReader(
                new ReadBuffer(new ByteArrayInputStream(input), size), new NameText(false), ReplyReader.MAX_LINE);
        ReplyReader replies = new ReplyReader(lines);
        try {
            while (true) {
                Reply reply = replies.next(new AnswerTime(0));
                check(reply.code() >= 100 && reply.code() <= 599, "a code");
                outcomes.add(outcome(reply));
            }
        } catch (SessionDroppedException e) {
            outcomes.add("dropped");
        } catch (InvalidReplyException e) {
            outcomes.add("invalid");
        }
        return outcomes;
    }

    private static String outcome(Reply reply) {
        String message = reply.message();
        long size = Math.max(FtpSession.size(reply), FtpSession.announced(reply));
        check(size >= -1, "a size");
        return message + port(message, false) + port(message, true) + FtpSession.directory(message) + size;
    }

    private static int port(String message, boolean extended) {
        try {
            int port = extended ? DataPorts.extendedPort(message) : DataPorts.port(message);
            check(port > 0 && port <= MAX_PORT, "a port");
            return port;
        } catch (InvalidReplyException e) {
            return 0;
        }
    }

    @Override
    public List<String> words() {
        return List.of(
                "220 ready",
                "\r\n",
                "227 Entering Passive Mode (127,0,0,1,4,1).",
                "229 Entering Extended Passive Mode (|||1025|)",
                "257 \"/a\"\"b\" is it",
                "213 123",
                "150 Opening (5 bytes)",
                "230-",
                "230 ",
                "421 ",
                "1,2,3,4,",
                "255,",
                "(|||",
                "|)",
                "\"",
                "(",
                ")",
                "9",
                " ",
                "-");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.ftp");
    }
}
