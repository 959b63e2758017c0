package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.UndocumentedOption;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TableFile;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Option numbers that mean nothing, or of which only the name is known. */
@ContractTest
final class OptionUnknownContractTest {
    private static final int UNKNOWN = WinInetError.ERROR_INTERNET_INVALID_OPTION;

    private static final int DISALLOW_PREMATURE_EOF = UndocumentedOption.INTERNET_OPTION_DISALLOW_PREMATURE_EOF;

    /** Their names say enough to be obeyed. */
    private static final Set<Integer> OBEYED = Set.of(
            DISALLOW_PREMATURE_EOF,
            UndocumentedOption.INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET,
            UndocumentedOption.INTERNET_OPTION_WEB_SOCKET_KEEPALIVE_INTERVAL,
            UndocumentedOption.INTERNET_OPTION_WEB_SOCKET_CLOSE_TIMEOUT);

    private final OptionHandles handles;

    OptionUnknownContractTest(BackEndUnderTest backEnd) {
        this.handles = new OptionHandles(backEnd.open());
    }

    /** The numbers of R-OPTX that are not obeyed. */
    static IntStream knownByNameOnly() {
        return TableFile.rows("/rules/rules.tsv").stream()
                .filter(cells -> cells[1].equals("R-OPTX"))
                .mapToInt(cells -> Integer.parseInt(cells[0].substring("R-OPTX-".length())))
                .filter(number -> !OBEYED.contains(number));
    }

    @ParameterizedTest
    @MethodSource("knownByNameOnly")
    @Rule({"R-OPTX-61..135", "R-OPTX-138..191", "R-OPT-8"})
    void call_withAnOptionKnownByNameOnly_isRefused(int option) {
        assertThat(InternetOption.name(option)).startsWith("INTERNET_OPTION_");
        refused(option);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 14, 17, 18, 19, 20, 25, 119, 136, 192, 1000, Integer.MAX_VALUE, -1})
    @Rule({"R-OPT-8", "R-ERRN-12009"})
    void call_withANumberThatIsNoOption_isRefused(int option) {
        refused(option);
    }

    private void refused(int option) {
        for (char kind : OptionHandles.KINDS.toCharArray()) {
            HINTERNET handle = handles.handle(kind);
            DwordRef length = new DwordRef(64);
            ByteBlock memory = new ByteBlock(64);
            memory.buffer().put(0, (byte) 1);

            assertThat(handles.query(handle, option, memory, length)).isEqualTo(UNKNOWN);
            assertThat(handles.set(handle, option, memory, 64)).isEqualTo(UNKNOWN);
            assertThat(handles.set(handle, option, 1)).isEqualTo(UNKNOWN);
            assertThat(handles.set(handle, option, null, 0)).isEqualTo(UNKNOWN);
            assertThat(length.value).isEqualTo(64);
            assertThat(memory.buffer().get(0)).isEqualTo((byte) 1);
        }
    }

    @Test
    @Rule("R-OPTX-137")
    void disallowPrematureEof_isASettingOfHandles() {
        for (char kind : new char[] {'S', 'C', 'R'}) {
            assertThat(handles.number(handles.handle(kind), DISALLOW_PREMATURE_EOF))
                    .isZero();
            assertThat(handles.set(handles.handle(kind), DISALLOW_PREMATURE_EOF, 5))
                    .isZero();
            assertThat(handles.number(handles.handle(kind), DISALLOW_PREMATURE_EOF))
                    .isEqualTo(1);
        }
        assertThat(handles.set(null, DISALLOW_PREMATURE_EOF, 1))
                .isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
    }

    @Test
    @Rule("R-OPT-12")
    void numbersBeyondTheHeadersLast_areOptionsToo() {
        assertThat(InternetOption.INTERNET_LAST_OPTION).isEqualTo(96);
        assertThat(handles.set(handles.handle('R'), InternetOption.INTERNET_OPTION_ENCODE_EXTRA, 1))
                .isZero();
        assertThat(handles.number(handles.handle('R'), InternetOption.INTERNET_OPTION_ENCODE_EXTRA))
                .isEqualTo(1);
    }
}
