package io.github.wininet4j.ansi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.function.Families;
import io.github.wininet4j.function.FamilyRouter;
import io.github.wininet4j.function.FamilyRouter.Border;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.OptionType;
import io.github.wininet4j.type.TextBuffer;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which options of ANSI callers are text, on any back end. */
final class AnsiOptionTypeTest {
    /** A back end that accepts every option and keeps what it was given. */
    private static final class Accepting implements Border {
        private @Nullable LPVOID value;

        @Override
        public Object family(Class<?> family) {
            return Families.answeredBy(family, function -> arguments -> {
                value = (LPVOID) arguments[2];
                return true;
            });
        }

        @Override
        public void begin(Class<?> family, String function) {
            // Nothing to prepare.
        }

        @Override
        public @Nullable Object failed(Method function, @Nullable HINTERNET handle, Throwable thrown) {
            throw new AssertionError(thrown);
        }

        @Override
        public @Nullable Object own(String method) {
            return null;
        }
    }

    private final Accepting backEnd = new Accepting();
    private final AnsiWinInet ansi = AnsiWinInet.over(FamilyRouter.create(WinInet.class, backEnd));

    private static ByteBlock bytes(String text) {
        return new ByteBlock(ByteBuffer.wrap((text + "\0").getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    @Rule({"R-OPTN-159", "R-GEN-1"})
    void internetSetOptionA_enterpriseContext_isTextOfTheCodePage() {
        assertThat(ansi.InternetSetOptionA(
                        null, InternetOption.INTERNET_OPTION_ENTERPRISE_CONTEXT, bytes("\u00fcber.example"), 13))
                .isTrue();

        assertThat(backEnd.value).isInstanceOf(TextBuffer.class).hasToString("\u00fcber.example");
    }

    @ParameterizedTest
    @EnumSource(OptionType.class)
    @Rule("R-OPT-4")
    void internetSetOptionA_ofEveryType_isConvertedIfItIsText(OptionType type) {
        ByteBlock given = bytes("abc");
        for (int option = 1; option < 200; option++) {
            if (OptionType.of(option) == type) {
                ansi.InternetSetOptionA(null, option, given, 4);

                Object received = Objects.requireNonNull(backEnd.value);
                assertThat(received instanceof TextBuffer)
                        .as(InternetOption.name(option))
                        .isEqualTo(type.isText());
                assertThat(received == given).as(InternetOption.name(option)).isEqualTo(!type.isText());
            }
        }
    }
}
