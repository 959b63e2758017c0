package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.DialFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.HostNetwork;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.DeafServer;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Connectivity, dialling and the last server text on a machine that is simply on a network. */
@ContractTest
final class ConnectivityContractTest {
    private final BackEndUnderTest backEnd;
    private final BackEnd api;

    ConnectivityContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open();
    }

    @Test
    @Rule({"R-DIAL-1", "R-DIAL-4", "R-DIAL-5", "R-DIAL-10", "R-GEN-16"})
    void connectedState_isOnlineOverALan() {
        DwordRef flags = new DwordRef();
        assertThat(api.InternetGetConnectedState(flags, 0)).isTrue();
        assertThat(flags.value).isEqualTo(DialFlag.INTERNET_CONNECTION_LAN | DialFlag.INTERNET_RAS_INSTALLED);
        assertThat(api.InternetAttemptConnect(0)).isZero();
        assertThat(api.InternetGetConnectedStateEx(null, null, 0, 0)).isTrue();
        TextBuffer name = new TextBuffer(4);
        assertThat(api.InternetGetConnectedStateEx(flags, name, 4, 0)).isTrue();
        assertThat(name.toString()).hasSize(3);
        assertThat(flags.value & DialFlag.INTERNET_RAS_INSTALLED).isNotZero();
        assertThat(api.InternetGetConnectedStateEx(flags, name, 4, 1)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule({"R-PROJ-DIAL-1", "R-DIAL-4", "R-DIAL-10", "R-ERRN-2250"})
    void connectedState_withoutANetwork_isOffline() {
        BackEnd alone = backEnd.open(config -> config.withNetwork(() -> false));
        DwordRef flags = new DwordRef();
        int offline = DialFlag.INTERNET_CONNECTION_LAN
                | DialFlag.INTERNET_RAS_INSTALLED
                | DialFlag.INTERNET_CONNECTION_OFFLINE;

        assertThat(alone.InternetGetConnectedState(flags, 0)).isFalse();

        assertThat(alone.GetLastError()).isEqualTo(Win32Error.ERROR_NOT_CONNECTED);
        assertThat(flags.value).isEqualTo(offline);
        assertThat(alone.InternetGetConnectedStateEx(flags, null, 0, 0)).isFalse();
        assertThat(alone.InternetAttemptConnect(0)).isEqualTo(Win32Error.ERROR_NOT_CONNECTED);
        assertThat(alone.InternetGoOnline("http://h/", 0, 0)).isFalse();
        assertThat(alone.InternetAutodial(0, 0)).isFalse();
        assertThat(alone.InternetCheckConnection(null, 0, 0)).isFalse();
        assertThat(alone.GetLastError()).isEqualTo(Win32Error.ERROR_NOT_CONNECTED);
        try (ScriptedHttpServer server = ScriptedHttpServer.start()) {
            assertThat(alone.InternetCheckConnection(server.url("/"), 1, 0)).isTrue();
        }
    }

    @Test
    @Rule("R-DIAL-10")
    void network_ofTheSystem_isTold() {
        BackEnd real = backEnd.open(config -> config.withNetwork(HostNetwork.SYSTEM));
        assertThat(real.InternetGetConnectedState(null, 0)).isEqualTo(HostNetwork.SYSTEM.isPresent());
        assertThat(real.DoConnectoidsExist()).isFalse();
        assertThat(real.InternetSetDialState("entry", 0, 0)).isTrue();
    }

    @Test
    @Rule({"R-DIAL-2", "R-DIAL-3", "R-ERRN-2250"})
    void internetCheckConnection_asksTheServer() {
        ScriptedHttpServer server = ScriptedHttpServer.start();
        String url = server.url("/");
        assertThat(api.InternetCheckConnection(url, 1, 0)).isTrue();
        server.close();
        assertThat(api.InternetCheckConnection(url, 1, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NOT_CONNECTED);
        assertThat(api.InternetCheckConnection(null, 0, 0)).isTrue();
    }

    @Test
    @Rule({"R-DIAL-2", "R-OPTN-2", "R-ERRN-2250"})
    void internetCheckConnection_whenNobodyAnswers_endsWithTheConnectTimeout() throws IOException {
        try (DeafServer deaf = DeafServer.start()) {
            assertThat(api.InternetSetOption(null, InternetOption.INTERNET_OPTION_CONNECT_TIMEOUT, new DwordRef(50), 4))
                    .isTrue();

            assertThat(api.InternetCheckConnection("http://127.0.0.1:" + deaf.port() + "/", 1, 0))
                    .isFalse();

            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NOT_CONNECTED);
        }
    }

    @Test
    @Rule({"R-DIAL-6", "R-DIAL-7", "R-DIAL-8", "R-DIAL-9", "R-GEN-3"})
    void dialling_hasNothingToDo() {
        assertThat(api.InternetDial(0, null, 0, new LongRef(), 0)).isEqualTo(668);
        assertThat(api.InternetDial(0, null, 0, null, 0)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetHangUp(1, 0)).isZero();
        assertThat(api.InternetGoOnline("http://h/", 0, 0)).isTrue();
        assertThat(api.InternetAutodial(0, 0)).isTrue();
        assertThat(api.InternetAutodialHangup(0)).isTrue();
    }

    @Test
    @Rule({"R-LASTRESP-1", "R-LASTRESP-3", "R-LASTRESP-4"})
    void lastResponse_withoutAServersText_isEmpty() {
        DwordRef error = new DwordRef(7);
        DwordRef length = new DwordRef(10);
        TextBuffer text = new TextBuffer("old text..");
        assertThat(api.InternetGetLastResponseInfo(error, text, length)).isTrue();
        assertThat(text).hasToString("");
        assertThat(length.value).isZero();
        assertThat(api.InternetGetLastResponseInfo(null, text, length)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetGetLastResponseInfo(error, text, null)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(backEnd.id()).isNotEmpty();
    }
}
