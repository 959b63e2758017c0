package io.github.wininet4j.engine.http.h1;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.engine.http.stream.MalformedResponseException;
import io.github.wininet4j.engine.net.ReadBuffer;
import io.github.wininet4j.fuzz.FuzzTarget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** Chunked bodies. Whatever the size of reads and of the buffer, the same bytes come out, or an error does. */
public final class ChunksTarget implements FuzzTarget {
    /** Creates the target. */
    public ChunksTarget() {}

    @Override
    public String run(byte[] input) throws IOException {
        String small = read(input, 8, 3);
        String large = read(input, 4096, 1000);
        check(small.equals(large), "the same body whatever the pieces");
        return small.substring(0, small.indexOf(' '));
    }

    private static String read(byte[] input, int size, int step) throws IOException {
        ChunkedBody body = new ChunkedBody(new ReadBuffer(new ByteArrayInputStream(input), size), WireLimits.DEFAULT);
        try {
            String text = SlicedInput.readAll(body, step);
            return body.complete() ? "complete " + text : "cut ";
        } catch (MalformedResponseException e) {
            return "malformed ";
        }
    }

    @Override
    public List<String> words() {
        return List.of(
                "5",
                "\r\n",
                "\n",
                "hello",
                "0",
                "0\r\n\r\n",
                "a;x=\"y\"",
                ";",
                "X: y",
                "+5",
                "-1",
                "ffffffff",
                " ",
                "\t",
                "00000000000000005",
                "0x5");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.http.h1");
    }
}
