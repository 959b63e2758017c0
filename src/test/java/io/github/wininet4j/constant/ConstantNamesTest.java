package io.github.wininet4j.constant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Symbolic names for logs. */
final class ConstantNamesTest {

    @Test
    void statusName_ofAKnownStatus_isSymbolic() {
        assertThat(InternetStatus.name(70)).isEqualTo("INTERNET_STATUS_HANDLE_CLOSING");
        assertThat(InternetStatus.name(430)).isEqualTo("INTERNET_STATUS_COOKIE");
    }

    /** 0 and -1 are values of callbacks, not statuses, although their constants are in the same class. */
    @Test
    void statusName_ofANumberThatIsNoStatus_isTheNumber() {
        assertThat(InternetStatus.name(0)).isEqualTo("0");
        assertThat(InternetStatus.name(-1)).isEqualTo("-1");
        assertThat(InternetStatus.name(12)).isEqualTo("12");
    }

    /** R-SDK-5: options that no page describes are still readable in logs. */
    @Test
    void optionName_ofADocumentedAndOfAnUndocumentedOption_isSymbolic() {
        assertThat(InternetOption.name(45)).isEqualTo("INTERNET_OPTION_CONTEXT_VALUE");
        assertThat(InternetOption.name(126)).isEqualTo("INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET");
    }

    @Test
    void optionName_ofANumberWithTwoNames_isTheUsualOne() {
        assertThat(InternetOption.name(5)).isEqualTo("INTERNET_OPTION_SEND_TIMEOUT");
        assertThat(InternetOption.name(148)).isEqualTo("INTERNET_OPTION_ENABLE_HTTP_PROTOCOL");
    }

    @Test
    void optionName_ofAnUnknownNumber_isTheNumber() {
        assertThat(InternetOption.name(9999)).isEqualTo("9999");
    }
}
