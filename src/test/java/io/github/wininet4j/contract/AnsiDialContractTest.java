package io.github.wininet4j.contract;

import static io.github.wininet4j.contract.AnsiStrings.z;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.Prompter;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.type.LongRef;
import org.junit.jupiter.api.Test;

/** Connectivity, dialling and zones for ANSI callers. */
@ContractTest
final class AnsiDialContractTest {
    private static final int FORCE_CONNECTION = 1;
    private static final int ERROR_NO_CONNECTION = 668;

    private final BackEndUnderTest backEnd;
    private final BackEnd api;
    private final AnsiWinInet ansi;

    AnsiDialContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open();
        this.ansi = AnsiWinInet.over(api);
    }

    @Test
    @Rule({"R-GEN-1", "R-DIAL-2", "R-DIAL-3", "R-ERRN-2250"})
    void internetCheckConnectionA_asksTheServer() {
        ScriptedHttpServer server = ScriptedHttpServer.start();
        byte[] url = z(server.url("/"));
        assertThat(ansi.InternetCheckConnectionA(url, FORCE_CONNECTION, 0)).isTrue();
        server.close();

        assertThat(ansi.InternetCheckConnectionA(url, FORCE_CONNECTION, 0)).isFalse();

        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NOT_CONNECTED);
        assertThat(ansi.InternetCheckConnectionA(null, 0, 0)).isTrue();
    }

    @Test
    @Rule({"R-GEN-1", "R-DIAL-7", "R-DIAL-8", "R-DIAL-9"})
    void dialling_hasNothingToDo() {
        assertThat(ansi.InternetDialA(0, z("entry"), 0, new LongRef(), 0)).isEqualTo(ERROR_NO_CONNECTION);
        assertThat(ansi.InternetDialA(0, null, 0, null, 0)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(ansi.InternetGoOnlineA(z("http://h/"), 0, 0)).isTrue();
        assertThat(ansi.InternetSetDialStateA(z("entry"), 0, 0)).isTrue();
    }

    @Test
    @Rule({"R-GEN-1", "R-PROJ-DIAL-1", "R-DIAL-10"})
    void internetGoOnlineA_withoutANetwork_fails() {
        BackEnd alone = backEnd.open(config -> config.withNetwork(() -> false));

        assertThat(AnsiWinInet.over(alone).InternetGoOnlineA(z("http://h/"), 0, 0))
                .isFalse();

        assertThat(alone.GetLastError()).isEqualTo(Win32Error.ERROR_NOT_CONNECTED);
    }

    @Test
    @Rule({"R-GEN-1", "R-DLG-7"})
    void internetConfirmZoneCrossingA_asksThePrompterWhereSecurityChanges() {
        BackEnd prompting = backEnd.open(config -> config.withPrompter(new Prompter() {
            @Override
            public Login askLogin(boolean proxy, String host, String realm) {
                throw new AssertionError("no password is needed");
            }

            @Override
            public boolean confirm(int error, String host) {
                return false;
            }
        }));
        AnsiWinInet asking = AnsiWinInet.over(prompting);

        assertThat(asking.InternetConfirmZoneCrossingA(0, z("https://a/"), z("http://b/"), false))
                .isEqualTo(Win32Error.ERROR_CANCELLED);

        assertThat(asking.InternetConfirmZoneCrossingA(0, z("http://a/"), z("http://b/"), false))
                .isEqualTo(Win32Error.ERROR_SUCCESS);
        assertThat(ansi.InternetConfirmZoneCrossingA(0, z("https://a/"), z("http://b/"), false))
                .isEqualTo(Win32Error.ERROR_SUCCESS);
    }
}
