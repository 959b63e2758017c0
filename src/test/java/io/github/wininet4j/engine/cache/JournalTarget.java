package io.github.wininet4j.engine.cache;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The journal of the space that entries take. An input that begins with R is its bytes; any other is changes of eight
 * bytes each, with right checksums behind a right beginning.
 */
public final class JournalTarget implements FuzzTarget {
    private static final int RECORD = UsageJournal.RECORD;

    /** Creates the target. */
    public JournalTarget() {}

    @Override
    public String run(byte[] input) {
        boolean raw = input.length > 0 && input[0] == 'R';
        ByteBuffer bytes = raw ? ByteBuffer.wrap(input, 1, input.length - 1).slice() : journal(input);
        Long generation = UsageJournal.generation(bytes);
        Long sum = bytes.limit() < RECORD ? null : UsageJournal.sum(bytes, RECORD);
        check(raw || generation != null, "a beginning");
        if (sum == null) {
            return "broken";
        }
        return (generation == null ? "no journal, " : "journal, ") + (sum < 0 ? "negative" : "a sum");
    }

    private static ByteBuffer journal(byte[] input) {
        ByteBuffer in = ByteBuffer.wrap(input);
        ByteBuffer out = ByteBuffer.allocate(RECORD * (2 + input.length / Long.BYTES) + Long.BYTES);
        record(out, 77, UsageJournal.MARK);
        while (in.remaining() >= Long.BYTES) {
            record(out, in.getLong(), 0);
        }
        // What was being written when its process ended.
        return out.put(in).flip();
    }

    private static void record(ByteBuffer out, long value, int kind) {
        byte[] bytes = ByteBuffer.allocate(RECORD).putLong(value).putInt(kind).array();
        CRC32 check = new CRC32();
        check.update(bytes, 0, RECORD - Integer.BYTES);
        out.put(bytes, 0, RECORD - Integer.BYTES).putInt((int) check.getValue());
    }

    @Override
    public List<String> words() {
        byte[] record = new byte[2 * RECORD];
        ByteBuffer out = ByteBuffer.wrap(record);
        record(out, 5, UsageJournal.MARK);
        record(out, 100, 0);
        return List.of(
                "\0\0\0\0\0\0\0\1",
                "\0\0\1\0\0\0\0\0",
                FuzzText.of(new byte[] {-1, -1, -1, -1, -1, -1, -1, 0}),
                "R",
                FuzzText.of(record));
    }

    @Override
    public List<String> packages() {
        return List.of("engine.cache");
    }
}
