package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.GopherType;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Gopher, which Windows has retired. */
@ContractTest
final class GopherContractTest {
    private final BackEnd api;

    GopherContractTest(BackEndUnderTest backEnd) {
        this.api = backEnd.open();
    }

    @Test
    @Rule({"R-GOPHER-1", "R-GOPHER-9", "R-URLOPEN-2"})
    void everyFunction_failsAsOnLaterVersionsOfWindows() {
        HINTERNET session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        int gopher = ServiceType.INTERNET_SERVICE_GOPHER;
        int menu = GopherType.GOPHER_TYPE_DIRECTORY;
        List<Supplier<Boolean>> calls = List.of(
                () -> api.InternetConnect(session, "127.0.0.1", 0, null, null, gopher, 0, 0) != null,
                () -> api.InternetOpenUrl(session, "gopher://127.0.0.1/", null, 0, 0, 0) != null,
                () -> api.GopherCreateLocator("h", 70, "d", "s", menu, new TextBuffer(99), new DwordRef(99)),
                () -> api.GopherGetLocatorType("1d\ts\th\t70\r\n", new DwordRef()),
                () -> api.GopherFindFirstFile(session, null, null, new GOPHER_FIND_DATA(), 0, 0) != null,
                () -> api.GopherOpenFile(session, "0d\ts\th\t70\r\n", null, 0, 0) != null,
                () -> api.GopherGetAttribute(
                        session, "0d\ts\th\t70\r\n", null, ByteBuffer.allocate(256), 256, new DwordRef(), null, 0));
        for (Supplier<Boolean> call : calls) {
            assertThat(call.get()).isFalse();
            assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_PROTOCOL_NOT_FOUND);
        }
    }
}
