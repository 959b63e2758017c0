package io.github.wininet4j.contract;

import static io.github.wininet4j.contract.AnsiStrings.text;
import static io.github.wininet4j.contract.AnsiStrings.z;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.constant.TimeFormat;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.SystemTimes;
import io.github.wininet4j.type.SYSTEMTIME;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time functions of ANSI callers: 30 bytes where the wide ones want 60. */
@ContractTest
final class AnsiTimeContractTest {
    private static final String TEXT = SystemTimes.TEXT;

    private final BackEnd api;
    private final AnsiWinInet ansi;

    AnsiTimeContractTest(BackEndUnderTest backEnd) {
        this.api = backEnd.open();
        this.ansi = AnsiWinInet.over(api);
    }

    @ParameterizedTest
    @ValueSource(ints = {TimeFormat.INTERNET_RFC1123_BUFSIZE, 31, 100})
    @Rule({"R-TIME-1", "R-TIME-2", "R-TIME-3", "R-TIME-8"})
    void internetTimeFromSystemTimeA_withThirtyBytes_writesRfc1123(int size) {
        byte[] buffer = new byte[size];

        assertThat(ansi.InternetTimeFromSystemTimeA(SystemTimes.sample(), 0, buffer, size))
                .isTrue();

        assertThat(text(buffer)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 29})
    @Rule("R-TIME-3")
    void internetTimeFromSystemTimeA_withLess_failsWithInsufficientBuffer(int size) {
        byte[] buffer = new byte[100];

        assertThat(ansi.InternetTimeFromSystemTimeA(SystemTimes.sample(), 0, buffer, size))
                .isFalse();

        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(buffer).containsOnly(0);
    }

    @Test
    @Rule("R-TIME-4")
    void internetTimeFromSystemTimeA_withBadInput_fails() {
        byte[] buffer = new byte[30];
        assertThat(ansi.InternetTimeFromSystemTimeA(null, 0, buffer, 30)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.InternetTimeFromSystemTimeA(SystemTimes.sample(), 2, buffer, 30))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.InternetTimeFromSystemTimeA(SystemTimes.sample(), 0, null, 30))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.InternetTimeFromSystemTimeA(SystemTimes.sample(), 0, new byte[10], 30))
                .isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({"R-TIME-1", "R-TIME-7", "R-TIME-8"})
    void internetTimeToSystemTimeA_readsBytes_alsoSuchThatAreNoText() {
        SYSTEMTIME time = new SYSTEMTIME();

        assertThat(ansi.InternetTimeToSystemTimeA(z(TEXT), time, 0)).isTrue();
        assertThat(time.wYear).isEqualTo(2005);
        assertThat(time.wDayOfWeek).isEqualTo(5);
        assertThat(time.wSecond).isEqualTo(35);
        assertThat(ansi.InternetTimeToSystemTimeA(z("\u0081\u00FF"), time, 0)).isTrue();
        assertThat(time.wYear).isGreaterThan(2020);
        assertThat(ansi.InternetTimeToSystemTimeA(null, time, 0)).isFalse();
        assertThat(ansi.InternetTimeToSystemTimeA(z(TEXT), null, 0)).isFalse();
    }
}
