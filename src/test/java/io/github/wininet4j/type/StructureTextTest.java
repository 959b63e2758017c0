package io.github.wininet4j.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.ansi.INTERNET_CACHE_ENTRY_INFOA;
import io.github.wininet4j.ansi.URL_COMPONENTSA;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What structures say of themselves. */
final class StructureTextTest {
    private static final String ROOT = "io.github.wininet4j.";

    /** All that a program can make: those of the wide functions and of the A functions. */
    static List<Class<?>> structures() throws IOException, ClassNotFoundException {
        List<Class<?>> found = new ArrayList<>();
        for (String name : List.of("type", "ansi")) {
            Path folder = Path.of("src/main/java", ROOT.replace('.', '/') + name);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    String simple = file.getFileName().toString().replace(".java", "");
                    if (!simple.equals("package-info")) {
                        Class<?> type = Class.forName(ROOT + name + "." + simple);
                        if (Structure.class.isAssignableFrom(type) && !type.isInterface()) {
                            found.add(type);
                        }
                    }
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(60);
        return found;
    }

    @ParameterizedTest
    @MethodSource("structures")
    void toString_namesEachMember(Class<?> type) throws ReflectiveOperationException {
        Object structure = type.getConstructor().newInstance();

        String text = structure.toString();

        assertThat(text).isNotEmpty().doesNotContain("@" + Integer.toHexString(structure.hashCode()));
        if (type != FILETIME.class) {
            assertThat(text).startsWith(type.getSimpleName() + "(").endsWith(")");
            for (Field field : type.getFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    assertThat(text).containsPattern("[( ]" + field.getName() + "=");
                }
            }
        }
    }

    @Test
    void toString_ofVariables_showsWhatTheyHold() {
        assertThat(new DwordRef(-1)).hasToString("4294967295");
        assertThat(new CallbackRef()).hasToString("NULL");
        assertThat(new ByteBlock(12)).hasToString("ByteBlock(12 bytes)");
        assertThat(new CookiesRef()).hasToString("[]");
    }

    @Test
    void toString_ofTimes_isThatOfIso8601() {
        INTERNET_COOKIE2 cookie = new INTERNET_COOKIE2();
        cookie.ftExpires = FILETIME.of(Instant.parse("2030-01-02T03:04:05Z"));

        assertThat(cookie.ftExpires).hasToString("2030-01-02T03:04:05Z");
        assertThat(cookie.toString()).contains("ftExpires=2030-01-02T03:04:05Z, fExpiresSet=false");
        assertThat(new FILETIME()).hasToString("0");
    }

    @Test
    void toString_ofUrlParts_showsThePartOnlyAndNoPassword() {
        String url = "http://bob:secret@host:81/a?b";
        URL_COMPONENTS parts = new URL_COMPONENTS();
        TextBuffer text = new TextBuffer(url);
        parts.lpszUserName = text.view(7);
        parts.dwUserNameLength = 3;
        parts.lpszPassword = text.view(11);
        parts.dwPasswordLength = 6;
        parts.lpszHostName = text.view(18);
        parts.dwHostNameLength = 4;

        assertThat(parts.toString())
                .contains("lpszUserName=\"bob\"", "lpszPassword=***", "lpszHostName=\"host\"", "lpszUrlPath=NULL")
                .doesNotContain("secret", "81");
    }

    @Test
    void toString_ofUrlParts_isThatOfTheAForm() {
        assertThat(new URL_COMPONENTSA().toString().replace("URL_COMPONENTSA", "URL_COMPONENTS"))
                .isEqualTo(new URL_COMPONENTS().toString());
    }

    @Test
    void toString_ofHeadersCookiesAndUrls_hasNoSecret() {
        INTERNET_CACHE_ENTRY_INFOA entry = new INTERNET_CACHE_ENTRY_INFOA();
        entry.lpHeaderInfo = "Set-Cookie: a=secret\r\n".getBytes(StandardCharsets.US_ASCII);
        entry.lpszSourceUrlName = "http://bob:secret@host/\0more".getBytes(StandardCharsets.US_ASCII);
        INTERNET_COOKIE2 cookie = new INTERNET_COOKIE2();
        cookie.pwszName = "session";
        cookie.pwszValue = "secret";

        assertThat(entry.toString())
                .contains("lpHeaderInfo=(22 bytes)", "lpszSourceUrlName=\"http://bob:***@host/\"")
                .doesNotContain("secret");
        assertThat(cookie.toString())
                .contains("pwszName=\"session\"", "pwszValue=***")
                .doesNotContain("secret");
    }

    @Test
    void toString_ofALoop_ends() {
        INTERNET_BUFFERS buffers = new INTERNET_BUFFERS();
        buffers.Next = buffers;
        buffers.lpvBuffer = ByteBuffer.allocate(10).position(2);

        assertThat(buffers.toString()).contains("Next=INTERNET_BUFFERS(", "ByteBuffer(position=2, limit=10)");
    }

    @Test
    void toString_ofLists_showsTheirElements() {
        INTERNET_PER_CONN_OPTION_LIST list = new INTERNET_PER_CONN_OPTION_LIST();
        list.pOptions = new INTERNET_PER_CONN_OPTION[] {new INTERNET_PER_CONN_OPTION(), null};
        list.pOptions[0].pszValue = "a\n" + "x".repeat(300);

        assertThat(list.toString())
                .contains("pOptions=[INTERNET_PER_CONN_OPTION(dwOption=0", "\"a\\x0axxx", "xxx\"...", ", NULL]");
    }
}
