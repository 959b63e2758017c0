package io.github.wininet4j.engine.http.h2;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.head.HeaderFields;
import io.github.wininet4j.engine.http.stream.RequestHead;
import io.github.wininet4j.engine.url.HttpUrl;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.http2.hpack.HPackException;
import org.apache.hc.core5.util.ByteArrayBuffer;

/**
 * Header fields of one connection as blocks and back (RFC 9113 section 8). Encoding belongs to who has the turn to
 * write, decoding to the reader.
 */
final class HeaderBlocks {
    static final int TABLE_SIZE = 4_096;
    /** The longest list of fields that is accepted, in bytes, as over HTTP/1.1. */
    static final int MAX_LIST = 1_048_576;

    private static final int MAX_FIELDS = 1_000;
    private static final int FIRST_FINAL = 100;
    private static final int LAST = 999;

    /** What is about a connection of HTTP/1.1 and is not sent; host becomes a field of its own. */
    private static final Set<String> OF_CONNECTIONS = Set.of(
            "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "http2-settings", "host");

    private static final int SIZE_UPDATE = 0x20;
    private static final int SIZE_PREFIX = 0x1F;
    private static final int SEVEN_BITS = 0x7F;

    /** A character that is no byte becomes a question mark, as over HTTP/1.1. */
    private final HPackEncoder encoder = new HPackEncoder(
            TABLE_SIZE, StandardCharsets.ISO_8859_1.newEncoder().onUnmappableCharacter(CodingErrorAction.REPLACE));

    private int tableSize = TABLE_SIZE;
    /** The least size since the last block; the server is told of it with the next one (RFC 7541 section 4.2). */
    private int leastSize = TABLE_SIZE;

    private boolean sizeChanged;
    private final HPackDecoder decoder = new HPackDecoder(TABLE_SIZE, StandardCharsets.ISO_8859_1);

    HeaderBlocks() {
        decoder.setMaxListSize(MAX_LIST);
    }

    /** The server's table is of that size; more than ours is not used. */
    void limitTable(int size) {
        int wanted = Math.min(size, TABLE_SIZE);
        if (wanted != tableSize) {
            leastSize = Math.min(sizeChanged ? leastSize : tableSize, wanted);
            tableSize = wanted;
            sizeChanged = true;
            encoder.setMaxTableSize(wanted);
        }
    }

    private void announceSize(ByteArrayBuffer block) {
        if (sizeChanged) {
            if (leastSize < tableSize) {
                putSize(block, leastSize);
            }
            putSize(block, tableSize);
            sizeChanged = false;
        }
    }

    private static void putSize(ByteArrayBuffer block, int size) {
        if (size < SIZE_PREFIX) {
            block.append(SIZE_UPDATE | size);
            return;
        }
        block.append(SIZE_UPDATE | SIZE_PREFIX);
        int rest = size - SIZE_PREFIX;
        while (rest > SEVEN_BITS) {
            block.append((rest & SEVEN_BITS) | (SEVEN_BITS + 1));
            rest >>>= 7;
        }
        block.append(rest);
    }

    /**
     * Encodes a request.
     *
     * @param head the request
     * @return its block
     * @throws WinInetFailure {@code ERROR_HTTP_INVALID_HEADER} if a text has a line break, as over HTTP/1.1
     */
    ByteArrayBuffer encode(RequestHead head) {
        HttpUrl url = head.url();
        String host = head.headers().first("Host");
        List<Header> fields = new ArrayList<>();
        fields.add(new BasicHeader(":method", oneLine(head.verb())));
        fields.add(new BasicHeader(":scheme", url.scheme().text()));
        fields.add(new BasicHeader(":authority", oneLine(host == null ? url.hostHeader() : host)));
        fields.add(new BasicHeader(":path", oneLine(url.target())));
        HeaderFields headers = head.headers();
        for (int i = 0; i < headers.headerCount(); i++) {
            String name = headers.name(i).toLowerCase(Locale.ROOT);
            if (!OF_CONNECTIONS.contains(name)
                    && (!name.equals("te") || headers.value(i).equals("trailers"))) {
                fields.add(
                        new BasicHeader(oneLine(name), oneLine(headers.value(i)).strip(), isSecret(name)));
            }
        }
        ByteArrayBuffer block = new ByteArrayBuffer(512);
        announceSize(block);
        try {
            encoder.encodeHeaders(block, fields, true);
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(e);
        }
        return block;
    }

    private static String oneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                throw new WinInetFailure(WinInetError.ERROR_HTTP_INVALID_HEADER);
            }
        }
        return text;
    }

    /** What must not get into a table that an attacker could probe. */
    private static boolean isSecret(String name) {
        return name.equals("authorization") || name.equals("cookie") || name.equals("proxy-authorization");
    }

    /**
     * Decodes a block of the server.
     *
     * @param block the block
     * @return its fields, pseudo-fields included
     * @throws Http2Failure if it cannot be decoded, which ends the connection, or is too large
     */
    List<Header> decode(ByteBuffer block) throws Http2Failure {
        try {
            List<Header> fields = decoder.decodeHeaders(block);
            if (fields.size() > MAX_FIELDS) {
                throw Http2Failure.violation(H2Error.ENHANCE_YOUR_CALM, fields.size() + " fields");
            }
            return fields;
        } catch (HPackException | RuntimeException e) {
            throw new Http2Failure(H2Error.COMPRESSION_ERROR, false, "header block", e);
        }
    }

    /**
     * Makes the head of a response of fields.
     *
     * @param fields the fields
     * @return the head
     * @throws Http2Failure if they are none, which ends the stream
     */
    static Http2Head head(List<Header> fields) throws Http2Failure {
        int status = -1;
        List<Header> regular = new ArrayList<>(fields.size());
        for (Header field : fields) {
            if (!field.getName().startsWith(":")) {
                regular.add(checked(field));
            } else if (field.getName().equals(":status") && status < 0 && regular.isEmpty()) {
                status = number(field.getValue());
            } else {
                throw Http2Failure.violation(H2Error.PROTOCOL_ERROR, "pseudo-field");
            }
        }
        if (status < 0) {
            throw Http2Failure.violation(H2Error.PROTOCOL_ERROR, "no status");
        }
        return new Http2Head(status, List.copyOf(regular));
    }

    /** Checks trailers, which have no pseudo-fields; nothing else becomes of them. */
    static void requireTrailers(List<Header> fields) throws Http2Failure {
        for (Header field : fields) {
            checked(field);
        }
    }

    private static Header checked(Header field) throws Http2Failure {
        String name = field.getName();
        boolean valid = !name.isEmpty() && (name.equals("host") || !OF_CONNECTIONS.contains(name));
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            valid &= c > ' ' && c < 0x7F && c != ':' && (c < 'A' || c > 'Z');
        }
        String value = field.getValue() == null ? "" : field.getValue();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            valid &= c != 0 && c != '\r' && c != '\n';
        }
        if (!valid) {
            throw Http2Failure.violation(H2Error.PROTOCOL_ERROR, "field");
        }
        return value.equals(value.strip()) && field.getValue() != null ? field : new BasicHeader(name, value.strip());
    }

    private static int number(String text) throws Http2Failure {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > LAST) {
                throw Http2Failure.violation(H2Error.PROTOCOL_ERROR, "status");
            }
            number = number * 10 + digit;
        }
        if (number < FIRST_FINAL || number > LAST || number == 101) {
            throw Http2Failure.violation(H2Error.PROTOCOL_ERROR, "status");
        }
        return number;
    }
}
