package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.net.Utf8Text;
import io.github.wininet4j.type.CodePage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of names and replies. They are UTF-8 (RFC 2640) until the server sends something that is not: from then on
 * they are ANSI, so that a name that was listed can be asked for (R-PROJ-FTP-2).
 */
final class NameText {
    private static final Charset ANSI = CodePage.charsetOrAnsi(CodePage.CP_ACP);

    private boolean ansi;

    /** Begins with UTF-8 unless it is to be ANSI always. */
    NameText(boolean ansi) {
        this.ansi = ansi;
    }

    String decode(byte[] bytes, int length) {
        if (!ansi) {
            String text = Utf8Text.decode(bytes, length);
            if (text != null) {
                return text;
            }
            ansi = true;
        }
        return new String(bytes, 0, length, ANSI);
    }

    byte[] encode(String text) {
        return text.getBytes(ansi ? ANSI : StandardCharsets.UTF_8);
    }
}
