package io.github.wininet4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.Rule;
import org.junit.jupiter.api.Test;

/** A session that opened its back end itself. */
final class SessionTest {
    @Test
    @Rule("R-PROJ-CLIENT-9")
    void send_afterTheBackEndIsClosedWithIt_failsWithInvalidHandle() throws WinInetException {
        Session session = Session.builder("me").direct().open();
        Request request = session.get("http://127.0.0.1/");

        session.close();

        assertThatThrownBy(request::send)
                .isInstanceOfSatisfying(
                        WinInetException.class,
                        failure -> assertThat(failure.code()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE));
        assertThatThrownBy(() -> request.sendAsync().join())
                .cause()
                .isInstanceOfSatisfying(
                        WinInetException.class,
                        failure -> assertThat(failure.code()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE));
    }
}
