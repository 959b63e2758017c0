package io.github.wininet4j.ansi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.CodePage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes of code pages and the text that stands for them. */
final class AnsiTextTest {
    private static final AnsiText WESTERN = AnsiText.of(CodePage.CP_ACP);
    private static final AnsiText JAPANESE = AnsiText.of(932);
    private static final AnsiText UTF8 = AnsiText.of(CodePage.CP_UTF8);

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] everyByte() {
        byte[] all = new byte[255];
        for (int b = 1; b < 256; b++) {
            all[b - 1] = (byte) b;
        }
        return all;
    }

    @Test
    void text_endsAtTheFirstNulOrAtTheEndOfTheArray() {
        assertThat(WESTERN.text(bytes('a', 'b', 0, 'c'))).isEqualTo("ab");
        assertThat(WESTERN.text(bytes('a', 'b'))).isEqualTo("ab");
        assertThat(WESTERN.text(bytes(0))).isEmpty();
        assertThat(WESTERN.text(new byte[0])).isEmpty();
        assertThat(WESTERN.text(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 80, €",
        "3, 80, €",
        "1252, E9, é",
        "1251, E9, й",
        "1, 82, é",
        "437, 82, é",
        "850, D0, ð",
        "28591, A4, ¤",
        "28605, A4, €",
        "874, A1, ก",
        "932, 82A0, あ",
        "932, B1, ｱ",
        "936, B0A1, 啊",
        "936, 80, €",
        "949, B0A1, 가",
        "950, A4A4, 中",
        "20866, C1, а",
        "54936, 81308130, \u0080",
        "65001, E282AC, €",
        "65001, F09F9880, 😀"
    })
    void textAndBytes_ofAKnownCharacter_areThoseOfTheCodePage(int codePage, String hex, String character) {
        AnsiText text = AnsiText.of(codePage);
        byte[] bytes = java.util.HexFormat.of().parseHex(hex);

        assertThat(text.text(bytes)).isEqualTo(character);
        assertThat(text.bytes(character)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 437, 874, 932, 936, 949, 950, 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258, 28591, 65001})
    void bytes_ofTextThatCameFromAnyBytes_areThoseBytes(int codePage) {
        AnsiText text = AnsiText.of(codePage);

        for (byte each : everyByte()) {
            byte[] one = {each};
            byte[] beforeAscii = {'x', each, 'A', '/'};
            assertThat(text.bytes(text.text(one))).isEqualTo(one);
            if (codePage == 932 && (each == (byte) 0xED || each == (byte) 0xEE)) {
                // This code page has these rows twice; the way back leads to the other one.
                continue;
            }
            assertThat(text.bytes(text.text(beforeAscii))).isEqualTo(beforeAscii);
        }
    }

    @Test
    void text_ofAByteThatCp1252LeavesOut_isTheControlCharacterOfItsNumber() {
        assertThat(WESTERN.text(bytes(0x81, 0x8D, 0x9D))).isEqualTo("\u0081\u008D\u009D");
        assertThat(WESTERN.bytes("\u0081\u008D\u009D")).isEqualTo(bytes(0x81, 0x8D, 0x9D));
        // U+0080 is not in that code page: its byte is the euro's.
        assertThat(WESTERN.bytes("\u0080")).isEqualTo(bytes('?'));
    }

    @Test
    void text_ofALeadByteWithoutItsTrail_keepsTheByte() {
        assertThat(JAPANESE.text(bytes('a', 0x82))).isEqualTo("a\uDC82");
        assertThat(JAPANESE.text(bytes(0x82, '/', 'b'))).isEqualTo("\uDC82/b");
        assertThat(UTF8.text(bytes(0xE2, 0x82, 'x'))).isEqualTo("\uDCE2\uDC82x");
    }

    @Test
    void bytes_ofACharacterThatTheCodePageLacks_areAQuestionMarkPerUnit() {
        assertThat(WESTERN.bytes("aあb")).isEqualTo(bytes('a', '?', 'b'));
        assertThat(WESTERN.bytes("😀")).isEqualTo(bytes('?', '?'));
        assertThat(JAPANESE.bytes("é")).isEqualTo(bytes('?'));
        assertThat(WESTERN.bytes("\uD83D")).isEqualTo(bytes('?'));
    }

    @Test
    void bytes_ofHalfACharacterInUtf8_areTheReplacementCharacter() {
        assertThat(UTF8.bytes("\uD83D!")).isEqualTo(bytes(0xEF, 0xBF, 0xBD, '!'));
    }

    @Test
    void bytes_ofALowSurrogateWithItsPartner_areThoseOfTheCharacter() {
        // U+1F480 ends in U+DC80, which alone would stand for the byte 80.
        assertThat(UTF8.bytes("\uD83D\uDC80")).isEqualTo(bytes(0xF0, 0x9F, 0x92, 0x80));
        assertThat(UTF8.bytes("\uDC80")).isEqualTo(bytes(0x80));
    }

    @Test
    @Rule("R-GEN-14")
    void header_isIso88591WhateverTheBytes() {
        byte[] all = everyByte();

        String text = AnsiText.header(all);

        assertThat(text).isEqualTo(new String(all, StandardCharsets.ISO_8859_1));
        assertThat(AnsiText.headerBytes(text)).isEqualTo(all);
        assertThat(AnsiText.headerBytes("€😀\uDC80")).isEqualTo(bytes('?', '?', '?', 0x80));
        assertThat(AnsiText.header(bytes('a', 0, 'b'))).isEqualTo("a");
        assertThat(AnsiText.header(null)).isNull();
    }

    @Test
    @Rule("R-WIRE-10")
    void target_keepsBytesFrom80OnAsLowSurrogates() {
        assertThat(WESTERN.target(bytes('/', 0x80, 0xE9, '?', 0xFF))).isEqualTo("/\uDC80\uDCE9?\uDCFF");
        assertThat(UTF8.target(bytes('/', 0xC3, 0xA9))).isEqualTo("/\uDCC3\uDCA9");
        assertThat(WESTERN.target(null)).isNull();
    }

    @Test
    void target_withATrailByteThatLooksLikeABackslash_escapesItInThePathOnly() {
        assertThat(JAPANESE.target(bytes('/', 0x83, 0x5C, '\\', '?', 0x83, 0x5C)))
                .isEqualTo("/\uDC83%5C\\?\uDC83\\");
    }

    @Test
    void url_withATrailByteThatLooksLikeASeparator_isDecodedThereOnly() {
        assertThat(JAPANESE.url(bytes(0x83, 0x5C, 0x82, 0xA0, 0x83, 'A'))).isEqualTo("ソ\uDC82\uDCA0\uDC83A");
        assertThat(JAPANESE.urlBytes("ソ\uDC82\uDCA0\uDC83A")).isEqualTo(bytes(0x83, 0x5C, 0x82, 0xA0, 0x83, 'A'));
    }

    @Test
    void urlBytes_ofCharactersUpToFf_areThoseBytes() {
        assertThat(UTF8.urlBytes("\u0080é€")).isEqualTo(bytes(0x80, 0xE9, 0xE2, 0x82, 0xAC));
    }

    @Test
    void of_anUnknownCodePage_throws() {
        assertThatThrownBy(() -> AnsiText.of(12345)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AnsiText.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_aCharsetWithoutAscii_throws() {
        assertThatThrownBy(() -> AnsiText.of(StandardCharsets.UTF_16LE)).isInstanceOf(IllegalArgumentException.class);
        assertThat(AnsiText.of(StandardCharsets.ISO_8859_1).charset()).isEqualTo(StandardCharsets.ISO_8859_1);
    }
}
