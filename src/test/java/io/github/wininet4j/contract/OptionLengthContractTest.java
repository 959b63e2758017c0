package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_PROXY_INFO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lengths of options that say more than there is: what is written never lies outside the caller's memory. */
@ContractTest
@Rule("R-OPT-17")
final class OptionLengthContractTest {
    private static final int BEYOND_ALL = 300_000;

    private final WinInet wininet;

    OptionLengthContractTest(BackEndUnderTest backEnd) {
        this.wininet = backEnd.open();
    }

    private static String proxy(int length) {
        return "p".repeat(length);
    }

    private HINTERNET session(int length) {
        HINTERNET session =
                wininet.InternetOpen("agent", InternetFlag.INTERNET_OPEN_TYPE_PROXY, proxy(length), null, 0);
        assertThat(session).isNotNull();
        return session;
    }

    private boolean query(HINTERNET session, INTERNET_PROXY_INFO info, int stated) {
        return wininet.InternetQueryOption(session, InternetOption.INTERNET_OPTION_PROXY, info, new DwordRef(stated));
    }

    @ParameterizedTest
    @CsvSource({"20000, -1", "90000, 200000", "20000, 2147483647"})
    void internetQueryOption_ofALongProxyWithALargeLength_givesAllOfIt(int length, int stated) {
        INTERNET_PROXY_INFO info = new INTERNET_PROXY_INFO();

        assertThat(query(session(length), info, stated)).isTrue();
        assertThat(info.lpszProxy).isEqualTo(proxy(length));
    }

    @Test
    void internetQueryOption_ofALongProxyWithTooSmallALength_fails() {
        INTERNET_PROXY_INFO info = new INTERNET_PROXY_INFO();

        assertThat(query(session(BEYOND_ALL), info, BEYOND_ALL)).isFalse();
        assertThat(wininet.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(info.lpszProxy).isNull();
    }
}
