package io.github.wininet4j.engine.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.engine.http.stream.ArrayContent;
import io.github.wininet4j.testing.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

/** What decoded a body serves the next one, and nothing of the first is left in it. */
class InflatersTest {
    private final Inflaters inflaters = new Inflaters();

    private String decoded(String coding, byte[] coded) throws IOException {
        DecodedContent content = new DecodedContent(new ArrayContent(coded), coding, inflaters);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] piece = new byte[3];
        for (int count = content.read(piece, 0, 3); count >= 0; count = content.read(piece, 0, 3)) {
            text.write(piece, 0, count);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }

    private static byte[] coded(String coding, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = coding.equals("gzip") ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    @Test
    @Rule({"R-COMP-6", "R-COMP-8"})
    void bodies_oneAfterTheOther_areDecodedWithTheSameOne() throws IOException {
        Inflaters.Kept first = inflaters.take();
        inflaters.giveBack(first);
        for (String coding : new String[] {"gzip", "deflate", "gzip"}) {
            assertThat(decoded(coding, coded(coding, "hello, " + coding))).isEqualTo("hello, " + coding);
            assertThat(inflaters.take()).isSameAs(first);
            inflaters.giveBack(first);
        }
        byte[] broken = coded("gzip", "hello");
        broken[12] ^= 0x55;
        assertThatThrownBy(() -> decoded("gzip", broken)).isInstanceOf(ZipException.class);
        assertThat(inflaters.take()).isNotSameAs(first);
    }

    @Test
    @Rule("R-COMP-8")
    void close_endsThoseThatAreHereAndThoseThatComeBack() {
        Inflaters.Kept here = inflaters.take();
        Inflaters.Kept away = inflaters.take();
        inflaters.giveBack(here);
        inflaters.close();
        inflaters.giveBack(away);
        for (Inflaters.Kept kept : new Inflaters.Kept[] {here, away}) {
            // The JDKs have exceptions of different classes for it.
            assertThatThrownBy(() -> kept.inflater().inflate(new byte[1])).hasMessageContaining("closed");
        }
    }
}
