package io.github.wininet4j.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The inputs of a target that are kept: one a line, in the form of {@link FuzzText#show}. */
final class Corpus {
    private Corpus() {}

    static List<byte[]> of(String target) throws IOException {
        try (InputStream in = Corpus.class.getResourceAsStream("/fuzz/" + target + ".txt")) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                            .lines()
                            .filter(line -> !line.isEmpty())
                            .map(Corpus::read)
                            .toList();
        }
    }

    private static byte[] read(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < line.length(); i++) {
            if (line.startsWith("\\x", i)) {
                out.write(Integer.parseInt(line.substring(i + 2, i + 4), 16));
                i += 3;
            } else {
                out.write(line.charAt(i));
            }
        }
        return out.toByteArray();
    }
}
