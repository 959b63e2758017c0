package io.github.wininet4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.session.EngineServices;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The last server text of a thread, put in its place by the test: HTTP leaves none. */
final class LastResponseTest {
    private static final String TEXT = "550 no";
    private static final int ERROR = 12003;

    private final EngineServices state = Engine.newState(WinInetConfig.isolated());
    private final BackEnd api = Engine.open(state);
    private final DwordRef error = new DwordRef();
    private final TextBuffer buffer = new TextBuffer(20);

    @AfterEach
    void close() {
        api.close();
    }

    private void serverSays() {
        state.threads().current().setResponse(ERROR, TEXT);
    }

    private boolean read(DwordRef length) {
        return api.InternetGetLastResponseInfo(error, buffer, length);
    }

    @Test
    @Rule({"R-LASTRESP-1", "R-LASTRESP-3"})
    void text_ofTheCallingThread_isReadAsOftenAsWanted() throws InterruptedException {
        serverSays();
        for (int i = 0; i < 2; i++) {
            DwordRef length = new DwordRef(20);
            assertThat(read(length)).isTrue();
            assertThat(buffer).hasToString(TEXT);
            assertThat(length.value).isEqualTo(TEXT.length());
            assertThat(error.value).isEqualTo(ERROR);
        }

        DwordRef ofOther = new DwordRef(20);
        Thread other = new Thread(() -> api.InternetGetLastResponseInfo(new DwordRef(), new TextBuffer(20), ofOther));
        other.start();
        other.join();
        assertThat(ofOther.value).isZero();
    }

    @Test
    @Rule("R-LASTRESP-2")
    void text_isGoneWithTheNextCall_whetherItSucceedsOrFails() {
        serverSays();
        assertThat(api.InternetCloseHandle(api.InternetOpen("agent", 1, null, null, 0)))
                .isTrue();
        assertNothingIsLeft();

        serverSays();
        assertThat(api.InternetCloseHandle(null)).isFalse();
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        error.value = 1;
        DwordRef length = new DwordRef(20);
        assertThat(read(length)).isTrue();
        assertThat(length.value).isZero();
        assertThat(error.value).isZero();
        assertThat(buffer).hasToString("");
    }

    @Test
    @Rule("R-LASTRESP-2")
    void text_staysWhileErrorsAreRead() {
        serverSays();
        api.SetLastError(api.GetLastError());

        assertThat(read(new DwordRef(20))).isTrue();
        assertThat(buffer).hasToString(TEXT);
    }

    @Test
    @Rule({"R-LASTRESP-3", "R-LASTRESP-5"})
    void buffer_oneCharacterTooShort_trims_andAShorterOneFails() {
        serverSays();
        DwordRef length = new DwordRef(TEXT.length() + 1);
        assertThat(read(length)).isTrue();
        assertThat(buffer).hasToString(TEXT);
        assertThat(length.value).isEqualTo(TEXT.length());

        length.value = TEXT.length();
        assertThat(read(length)).isTrue();
        assertThat(buffer).hasToString("550 n");
        assertThat(length.value).isEqualTo(TEXT.length() - 1);

        length.value = TEXT.length() - 1;
        assertThat(read(length)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        assertThat(length.value).isEqualTo(TEXT.length() + 1);
    }
}
