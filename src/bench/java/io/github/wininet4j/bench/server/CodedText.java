package io.github.wininet4j.bench.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** A text in gzip, the same each time: words of a small language, some far more frequent than others. */
record CodedText(int length) {
    private static final int WORDS = 2_000;

    byte[] bytes() throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(coded)) {
            out.write(text().getBytes(StandardCharsets.US_ASCII));
        }
        return coded.toByteArray();
    }

    private String text() {
        Random random = new Random(1);
        String[] words = new String[WORDS];
        for (int i = 0; i < WORDS; i++) {
            words[i] = word(random);
        }
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            double rare = random.nextDouble();
            text.append(words[(int) (rare * rare * rare * WORDS)]).append(random.nextInt(12) == 0 ? ".\n" : " ");
        }
        return text.substring(0, length);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int syllables = 1 + random.nextInt(4); syllables > 0; syllables--) {
            word.append("bdfgklmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }
}
