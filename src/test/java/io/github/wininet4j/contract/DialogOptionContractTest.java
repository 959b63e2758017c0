package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.DialogFlag;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.Prompter;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.ScriptedHttpServer;
import io.github.wininet4j.testing.TestCertificate;
import io.github.wininet4j.testing.TestCertificates;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user's answer to a dialog changes for the next send of the request. */
@ContractTest
final class DialogOptionContractTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final int CHANGE = DialogFlag.FLAGS_ERROR_UI_FLAGS_CHANGE_OPTIONS;
    private static final int GENERATE = DialogFlag.FLAGS_ERROR_UI_FLAGS_GENERATE_DATA;
    private static final int NO_UI = DialogFlag.FLAGS_ERROR_UI_FLAGS_NO_UI;

    private final BackEndUnderTest backEnd;
    private final List<String> asked = new ArrayList<>();

    DialogOptionContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
    }

    /** A user who accepts everything. */
    private BackEnd api() {
        return backEnd.open(config -> config.withTrustStore(TestCertificates.trustStore())
                .withPrompter(new Prompter() {
                    @Override
                    public Login askLogin(boolean proxy, String host, String realm) {
                        throw new AssertionError("nobody asks for a password");
                    }

                    @Override
                    public boolean confirm(int error, String host) {
                        asked.add(error + " " + host);
                        return true;
                    }
                }));
    }

    private static TestCertificate certificate(String fault) {
        return switch (fault) {
            case "wrong name" -> TestCertificates.wrongName();
            case "expired" -> TestCertificates.expired();
            case "not yet valid" -> TestCertificates.notYetValid();
            default -> TestCertificates.unknownAuthority();
        };
    }

    private HINTERNET request(BackEnd api, String fault) {
        ScriptedHttpServer server = backEnd.closeAfterTest(
                ScriptedHttpServer.startTls(certificate(fault).context()));
        server.handleAll(each -> Script.script().send(HELLO));
        HINTERNET session = api.InternetOpen("test", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        HINTERNET connect = api.InternetConnect(
                session, "localhost", server.port(), null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        HINTERNET request =
                api.HttpOpenRequest(connect, "GET", "/", null, null, null, InternetFlag.INTERNET_FLAG_SECURE, 2);
        assertThat(request).isNotNull();
        return request;
    }

    private static int send(BackEnd api, HINTERNET request) {
        return api.HttpSendRequest(request, null, 0, null, 0) ? 0 : api.GetLastError();
    }

    @ParameterizedTest
    @Rule({"R-DLG-1", "R-DLG-2", "R-DLG-10", "R-TLS-9"})
    @CsvSource({"wrong name, 12038", "expired, 12037", "not yet valid, 12037", "unknown authority, 12045"})
    void send_afterChangeOptions_ignoresTheFaultThatTheUserAccepted(String fault, int error) {
        BackEnd api = api();
        HINTERNET request = request(api, fault);
        assertThat(send(api, request)).isEqualTo(error);

        assertThat(api.InternetErrorDlg(0, request, error, CHANGE, null))
                .isEqualTo(WinInetError.ERROR_INTERNET_FORCE_RETRY);

        assertThat(asked).containsExactly(error + " localhost");
        assertThat(send(api, request)).isZero();
    }

    @ParameterizedTest
    @Rule({"R-DLG-1", "R-DLG-2", "R-DLG-5"})
    @CsvSource({"wrong name, 12038", "expired, 12037", "unknown authority, 12045"})
    void send_withoutChangeOptionsOrWithoutAUser_failsAgain(String fault, int error) {
        BackEnd api = api();
        HINTERNET request = request(api, fault);
        assertThat(send(api, request)).isEqualTo(error);

        assertThat(api.InternetErrorDlg(0, request, error, 0, null)).isEqualTo(WinInetError.ERROR_INTERNET_FORCE_RETRY);
        assertThat(send(api, request)).isEqualTo(error);
        assertThat(api.InternetErrorDlg(0, request, error, CHANGE | NO_UI, null))
                .isEqualTo(Win32Error.ERROR_CANCELLED);

        assertThat(send(api, request)).isEqualTo(error);
        assertThat(asked).hasSize(1);
    }

    /** Another fault than the accepted one stays a fault. */
    @ParameterizedTest
    @Rule({"R-DLG-1", "R-TLS-9"})
    @ValueSource(ints = {12037, 12038})
    void send_afterAnotherFaultWasAccepted_fails(int accepted) {
        BackEnd api = api();
        HINTERNET request = request(api, "unknown authority");

        assertThat(api.InternetErrorDlg(0, request, accepted, CHANGE, null))
                .isEqualTo(WinInetError.ERROR_INTERNET_FORCE_RETRY);

        assertThat(send(api, request)).isEqualTo(12045);
    }

    /** Dialogs get from the request itself what they show; the flag changes no answer and no data of the program. */
    @ParameterizedTest
    @Rule({"R-DLG-1", "R-PROJ-DLG-2"})
    @CsvSource({"wrong name, 12038", "expired, 12037", "unknown authority, 12045"})
    void generateData_changesNeitherTheAnswerNorTheDataOfTheProgram(String fault, int error) {
        BackEnd api = api();
        HINTERNET request = request(api, fault);
        assertThat(send(api, request)).isEqualTo(error);
        DwordRef data = new DwordRef(77);

        assertThat(api.InternetErrorDlg(0, request, error, GENERATE | NO_UI, data))
                .isEqualTo(Win32Error.ERROR_CANCELLED);
        assertThat(asked).isEmpty();
        assertThat(api.InternetErrorDlg(0, request, error, GENERATE, data))
                .isEqualTo(WinInetError.ERROR_INTERNET_FORCE_RETRY);
        assertThat(send(api, request)).isEqualTo(error);
        assertThat(api.InternetErrorDlg(0, request, error, GENERATE | CHANGE, data))
                .isEqualTo(WinInetError.ERROR_INTERNET_FORCE_RETRY);

        assertThat(send(api, request)).isZero();
        assertThat(data.value).isEqualTo(77);
        assertThat(asked).containsExactly(error + " localhost", error + " localhost");
    }
}
