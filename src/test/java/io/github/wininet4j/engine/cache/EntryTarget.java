package io.github.wininet4j.engine.cache;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Files of entries: what is read can be written, and is read again as it was. An input that begins with R is a file;
 * any other is what stands behind the checksums of a record, which are right then, with M of one behind another.
 */
public final class EntryTarget implements FuzzTarget {
    private static final int HEAD = EntryCodec.USE_OFFSET + EntryCodec.USE_LENGTH + 8;

    /** Creates the target. */
    public EntryTarget() {}

    @Override
    public String run(byte[] input) {
        int kind = input.length == 0 ? 0 : input[0];
        byte[] file = kind == 'R' ? tail(input) : kind == 'M' ? behindAnother(tail(input)) : record(input);
        EntryCodec.Decoded decoded = EntryCodec.decode(file);
        if (decoded == null) {
            return "no entry";
        }
        CacheEntry entry = decoded.entry();
        CacheEntry.Body body = entry.body();
        check(body == null || !body.own() || BodyFolder.isName(body.name()), "a name in a folder");
        check(
                body == null
                        || !body.own()
                        || BodyFolder.isName(body.file())
                        || Path.of(body.file()).isAbsolute(),
                "a name in the folder, or a path");
        check(entry.size() >= 0, "a size");
        EntryCodec.Decoded again = EntryCodec.decode(EntryCodec.encode(entry, decoded.use()));
        check(
                again != null && again.entry().equals(entry) && again.use().equals(decoded.use()),
                "read as it was written");
        return body == null ? "entry" : body.own() ? "entry with a body" : "entry with a file";
    }

    private static byte[] tail(byte[] input) {
        byte[] tail = new byte[input.length - 1];
        System.arraycopy(input, 1, tail, 0, tail.length);
        return tail;
    }

    private static byte[] behindAnother(byte[] content) {
        byte[] first = EntryCodec.encode(CacheEntry.of("http://h/", 1, null), new EntryUse(1, 2));
        byte[] second = record(content);
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static byte[] record(byte[] content) {
        ByteBuffer file = ByteBuffer.allocate(HEAD + content.length);
        file.putInt(0x57_34_43_32).put(EntryCodec.encode(new EntryUse(3, 4)));
        CRC32 check = new CRC32();
        check.update(content);
        file.putInt(content.length).putInt((int) check.getValue()).put(content);
        return file.array();
    }

    /** Of the words and the samples, so that most inputs have all members. */
    private static String entry(CacheEntry entry) {
        byte[] bytes = EntryCodec.encode(entry, new EntryUse(1, 2));
        byte[] content = new byte[bytes.length - HEAD];
        System.arraycopy(bytes, HEAD, content, 0, content.length);
        return FuzzText.of(content);
    }

    @Override
    public List<String> words() {
        CacheEntry bare = CacheEntry.of("http://h/", 1, null);
        CacheEntry full = CacheEntry.of("http://h/\u4E2D", 1, new CacheEntry.Body("/tmp/f", false, 5, -1))
                .withHeaders("HTTP/1.1 200 OK\r\n\r\n")
                .withTimes(1, 2, 3)
                .withGroup(7, true)
                .selectedBy("http://g/", List.of("Accept", "=a"));
        return List.of(
                entry(bare),
                entry(full),
                "\0",
                "\1\0\0\0\3abc",
                "\2\0\0\0\2\0a",
                "\2\0\0\0\1a",
                "\0\0\0\1",
                "\0\0\0\0",
                "\177\uDCFF\uDCFF\uDCFF",
                "\1\0\0\0\1/",
                "R",
                "M");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.cache");
    }
}
