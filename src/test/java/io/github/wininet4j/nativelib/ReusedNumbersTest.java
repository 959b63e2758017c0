package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.StatusEntry;
import io.github.wininet4j.testing.StatusLog;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library that uses the numbers of handles again, tells ends late and statuses early. */
final class ReusedNumbersTest {
    private static final long CONTEXT = 7;

    /** More than the number of C functions that wait to be used again. */
    private static final int ROUNDS = 1500;

    @TempDir
    private static Path folder;

    private BackEnd api;
    private HINTERNET session;

    @BeforeEach
    void open() {
        Path library = CPrograms.compileLibrary("reuse", folder);
        api = WinInets.named("native", WinInetConfig.defaults().withLibrary(library.toString()));
        session = api.InternetOpen("agent", 0, null, null, 0);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    @Rule({"R-CB-4", "R-STAT-60"})
    void internetOpenUrl_tellsTheSessionsCallbackOfItsFirstStatus() {
        StatusLog log = new StatusLog();
        api.InternetSetStatusCallback(session, log);

        HINTERNET made = openUrl(log);

        StatusEntry early = log.await(InternetStatus.INTERNET_STATUS_RESOLVING_NAME);
        assertThat(early.handle()).isEqualTo(made);
        assertThat(early.text()).isEqualTo("early");
        assertThat(log.await(InternetStatus.INTERNET_STATUS_HANDLE_CREATED).handlePayload())
                .isEqualTo(made);
    }

    @Test
    @Rule({"R-CB-13", "R-HANDLE-4", "R-HANDLE-12", "R-ASYNC-31"})
    void lateEndOfAFormerHandle_takesNothingFromTheNewOneOfItsNumber() {
        StatusLog before = null;
        HINTERNET first = null;
        for (int round = 0; round < ROUNDS; round++) {
            StatusLog log = new StatusLog();
            api.InternetSetStatusCallback(session, log);
            HINTERNET handle = openUrl(log);
            first = first == null ? handle : first;
            assertThat(handle).as("its number").isEqualTo(first);

            ByteBuffer data = ByteBuffer.allocate(3);
            DwordRef count = new DwordRef();
            assertThat(api.InternetReadFile(handle, data, 3, count)).isFalse();
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
            assertThat(log.awaitComplete(handle).dwResult).isEqualTo(1);
            assertThat(count.value).as("round %d", round).isEqualTo(3);
            assertThat(data.array()).containsOnly('x');
            assertThat(log.entries(InternetStatus.INTERNET_STATUS_HANDLE_CLOSING))
                    .isEmpty();
            if (before != null) {
                before.awaitClosing(handle);
            }
            assertThat(api.InternetCloseHandle(handle)).isTrue();
            before = log;
        }
    }

    @Test
    @Rule({"R-CB-1", "R-CB-9"})
    void callbackOfAHandleThatOnlyTheLibraryKnew_comesBackAsTheObject() {
        StatusLog log = new StatusLog();
        api.InternetSetStatusCallback(session, log);
        BackEnd other = WinInets.named(
                "native",
                WinInetConfig.defaults()
                        .withLibrary(folder.resolve("libreuse.so").toString()));
        try {
            // One that knows nothing of what the first has made.
            CallbackRef ref = new CallbackRef();
            assertThat(other.InternetQueryOption(
                            session, InternetOption.INTERNET_OPTION_CALLBACK, ref, new DwordRef(Long.BYTES)))
                    .isTrue();
            assertThat(ref.value).isSameAs(log);
            StatusCallback next = (handle, context, status, information, length) -> {};
            assertThat(other.InternetSetStatusCallback(session, next)).isSameAs(log);
            assertThat(other.InternetSetStatusCallback(session, null)).isSameAs(next);
            assertThat(api.InternetSetStatusCallback(session, log)).isNull();
        } finally {
            other.close();
        }
    }

    private HINTERNET openUrl(StatusLog log) {
        assertThat(api.InternetOpenUrl(session, "http://x/", null, 0, 0, CONTEXT))
                .isNull();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_IO_PENDING);
        return new HINTERNET(log.awaitComplete().dwResult);
    }
}
