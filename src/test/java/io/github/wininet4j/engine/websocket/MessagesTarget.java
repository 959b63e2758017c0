package io.github.wininet4j.engine.websocket;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.constant.HttpWebSocket;
import io.github.wininet4j.engine.net.ReadBuffer;
import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Frames of a server. Whatever the size of reads, the same messages come out, and text is UTF-8. */
public final class MessagesTarget implements FuzzTarget {
    private static final int MAX_CONTROL = 125;

    /** Creates the target. */
    public MessagesTarget() {}

    @Override
    public String run(byte[] input) throws IOException {
        List<String> small = read(input, 16, 3);
        List<String> large = read(input, 4096, 1000);
        check(small.equals(large), "the same messages whatever the pieces");
        return small.get(small.size() - 1) + (small.size() > 1 ? " after messages" : "");
    }

    /** The messages, and how it ended. */
    private static List<String> read(byte[] input, int size, int step) throws IOException {
        List<String> all = new ArrayList<>();
        FrameSource source = new FrameSource(new ReadBuffer(new ByteArrayInputStream(input), size));
        MessageInput messages = new MessageInput(source, MessagesTarget::ping);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try {
            while (true) {
                ByteBuffer target = ByteBuffer.allocate(step);
                Received received = messages.receive(target);
                check(received.count() == target.position(), "as many bytes as are said");
                message.write(target.array(), 0, received.count());
                switch (received.type()) {
                    case HttpWebSocket.HTTP_WEB_SOCKET_CLOSE_TYPE -> {
                        all.add("closed, " + status(messages.closed()));
                        return all;
                    }
                    case HttpWebSocket.HTTP_WEB_SOCKET_UTF8_MESSAGE_TYPE -> all.add(text(message));
                    case HttpWebSocket.HTTP_WEB_SOCKET_BINARY_MESSAGE_TYPE -> {
                        all.add(message.toString(StandardCharsets.ISO_8859_1));
                        message.reset();
                    }
                    default -> {
                        // A fragment.
                    }
                }
            }
        } catch (ProtocolViolation e) {
            all.add("violation " + e.status());
        } catch (EOFException e) {
            all.add("cut");
        }
        return all;
    }

    private static void ping(byte[] payload) {
        check(payload.length <= MAX_CONTROL, "a short ping");
    }

    private static String text(ByteArrayOutputStream message) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(message.toByteArray()))
                .toString();
        message.reset();
        return text;
    }

    private static int status(CloseReason reason) throws CharacterCodingException {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(reason.reason()));
        check(reason.reason().length <= MAX_CONTROL - Short.BYTES, "a short reason");
        return reason.status();
    }

    @Override
    public List<String> words() {
        return List.of(
                word(0x81, 5, 'h', 'e', 'l', 'l', 'o'),
                word(0x82, 2, 0, 0xFF),
                word(0x01, 2, 0xC3),
                word(0x80, 2, 0xA4, 'x'),
                word(0x02, 1, 1),
                word(0x00, 0),
                word(0x80, 0),
                word(0x89, 1, 'p'),
                word(0x8A, 0),
                word(0x88, 2, 3, 0xE8),
                word(0x88, 0),
                word(0x88, 5, 15, 0xA0, 'b', 'y', 'e'),
                word(0x82, 126, 0, 126),
                word(0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0),
                word(0xF0, 0x9F, 0x98, 0x80),
                word(0xED, 0xA0, 0x80));
    }

    private static String word(int... bytes) {
        byte[] frame = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            frame[i] = (byte) bytes[i];
        }
        return FuzzText.of(frame);
    }

    @Override
    public List<String> packages() {
        return List.of("engine.websocket");
    }
}
