package io.github.wininet4j.engine.http.h2;

import static io.github.wininet4j.fuzz.Property.check;
import static io.github.wininet4j.fuzz.Property.isOf;

import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.ByteArrayBuffer;

/** Compressed header blocks of one connection, each behind its length, and the heads made of them. */
public final class HeaderBlocksTarget implements FuzzTarget {
    /** Creates the target. */
    public HeaderBlocksTarget() {}

    @Override
    public String run(byte[] input) {
        HeaderBlocks blocks = new HeaderBlocks();
        String outcome = "nothing";
        int at = 0;
        while (at < input.length) {
            int length = Math.min(input[at] & 0xFF, input.length - at - 1);
            try {
                outcome = head(blocks.decode(ByteBuffer.wrap(input, at + 1, length)));
            } catch (Http2Failure e) {
                return outcome.equals("nothing") ? e.error().toString() : outcome + ", " + e.error();
            }
            at += 1 + length;
        }
        return outcome;
    }

    private static String head(List<Header> fields) {
        Http2Head head;
        try {
            head = HeaderBlocks.head(fields);
        } catch (Http2Failure e) {
            return "no head";
        }
        check(head.status() >= 100 && head.status() <= 999, "a status");
        for (int i = 0; i < head.headerCount(); i++) {
            check(isOf(head.name(i), '!', '~', ":") && !head.name(i).isEmpty(), "a name");
            check(isOf(head.value(i), '\1', '\u00FF', "\r\n"), "a value of one line");
        }
        try {
            check(head.contentLength() >= -1, "a length");
        } catch (Http2Failure e) {
            return "contradictory lengths";
        }
        return head.status() < 200 ? "intermediate" : "head";
    }

    /** A block with its length. */
    static String block(String... fields) {
        ByteArrayBuffer bytes = new ByteArrayBuffer(64);
        for (int i = 0; i < fields.length; i += 2) {
            // A literal that is not indexed, with a new name (RFC 7541, section 6.2.2).
            bytes.append(0);
            text(bytes, fields[i]);
            text(bytes, fields[i + 1]);
        }
        byte[] all = new byte[bytes.length() + 1];
        all[0] = (byte) bytes.length();
        System.arraycopy(bytes.array(), 0, all, 1, bytes.length());
        return FuzzText.of(all);
    }

    private static void text(ByteArrayBuffer bytes, String text) {
        bytes.append(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes.append(text.charAt(i));
        }
    }

    @Override
    public List<String> words() {
        List<String> words = new ArrayList<>(List.of(
                block(":status", "200"),
                block(":status", "103", "link", "a"),
                block(":status", "200", "content-length", "5"),
                block(":status", "200", "content-length", "5,5", "content-length", "6"),
                block("x-trailer", "b"),
                block("Upper", "b"),
                block("connection", "close")));
        // Indexed fields, literals that are indexed, sizes of the table, numbers of several bytes, Huffman.
        for (int[] bytes : new int[][] {
            {1, 0x88},
            {1, 0x8D},
            {1, 0xBE},
            {3, 0x40, 1, 'a'},
            {6, 0x48, 0x03, '2', '0', '4', 0xBE},
            {1, 0x3F},
            {3, 0x3F, 0xE1, 0x1F},
            {1, 0x20},
            {6, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0x00},
            {5, 0x0F, 0x0D, 0x82, 0x08, 0x5F},
            {4, 0x58, 0x82, 0x64, 0x02},
            {2, 0x10, 0x7F}
        }) {
            byte[] word = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                word[i] = (byte) bytes[i];
            }
            words.add(FuzzText.of(word));
        }
        return words;
    }

    @Override
    public List<String> packages() {
        return List.of("engine.http.h2");
    }
}
