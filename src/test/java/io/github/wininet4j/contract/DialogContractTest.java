package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.DialogFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.Prompter;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** InternetErrorDlg without a window, and with a prompter of the host in its place. */
@ContractTest
final class DialogContractTest extends HttpFixture {
    private static final int NO_UI = DialogFlag.FLAGS_ERROR_UI_FLAGS_NO_UI;
    private static final int FILTER = DialogFlag.FLAGS_ERROR_UI_FILTER_FOR_ERRORS;
    private static final String ASKS =
            "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"feas\"\r\n" + "Content-Length: 4\r\n\r\nwho?";

    DialogContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
    }

    @ParameterizedTest
    @Rule({"R-DLG-1", "R-DLG-2", "R-DLG-4", "R-DLG-5", "R-DLG-9", "R-DLG-11"})
    @CsvSource({
        "12014, 0",
        "12037, 1223",
        "12038, 1223",
        "12039, 0",
        "12040, 0",
        "12041, 1223",
        "12042, 0",
        "12043, 0",
        "12044, 0",
        "12045, 1223",
        "12052, 1223",
        "12055, 1223",
        "12057, 1223",
        "12161, 12162",
        "12166, 1223",
        "12167, 1223",
        "12168, 1223",
        "12170, 1223",
        "12029, 1223"
    })
    void internetErrorDlg_withoutAWindow_answersByItself(int error, int expected) {
        HINTERNET request = sync().openRequest("/");

        assertThat(api.InternetErrorDlg(0, request, error, NO_UI, null)).isEqualTo(expected);
    }

    @Test
    @Rule("R-DLG-6")
    void internetErrorDlg_withWhatItCannotUse_fails() {
        HINTERNET request = sync().openRequest("/");

        assertThat(api.InternetErrorDlg(0, request, 12045, 0, null)).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        assertThat(api.InternetErrorDlg(0, new HINTERNET(0xBAD), 12014, NO_UI, null))
                .isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
        assertThat(api.InternetErrorDlg(0, null, 12014, NO_UI, null)).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetErrorDlg(0, request, 54_321, NO_UI | FILTER, null))
                .isEqualTo(Win32Error.ERROR_SUCCESS);
    }

    @Test
    @Rule({"R-DLG-3", "R-DLG-10", "R-AUTH-12"})
    void internetErrorDlg_withAPrompter_asksForWhatTheResponseLacks() {
        List<String> asked = new ArrayList<>();
        BackEnd prompting = backEnd.open(config -> config.withPrompter(new Prompter() {
            @Override
            public Login askLogin(boolean proxy, String host, String realm) {
                asked.add(proxy + " " + host + " " + realm);
                return asked.size() == 1 ? null : new Login("bob", "Gehe1m-dialog");
            }

            @Override
            public boolean confirm(int error, String host) {
                asked.add(error + " " + host);
                return error == WinInetError.ERROR_INTERNET_INVALID_CA;
            }
        }));
        Conversation client = Conversation.sync(prompting, log, server);
        server.onRequest(ASKS);
        server.onRequest(ASKS);
        server.onRequest(HELLO);
        HINTERNET request = client.get("/");

        assertThat(prompting.InternetErrorDlg(0, request, 0, FILTER, null)).isEqualTo(Win32Error.ERROR_CANCELLED);
        assertThat(prompting.InternetErrorDlg(0, request, 0, FILTER, null))
                .isEqualTo(WinInetError.ERROR_INTERNET_FORCE_RETRY);
        assertThat(client.send(request)).isZero();
        assertThat(client.status(request)).isEqualTo(200);
        assertThat(prompting.InternetErrorDlg(0, request, 12045, DialogFlag.FLAGS_ERROR_UI_FLAGS_CHANGE_OPTIONS, null))
                .isEqualTo(WinInetError.ERROR_INTERNET_FORCE_RETRY);
        assertThat(prompting.InternetErrorDlg(0, request, 12037, 0, null)).isEqualTo(Win32Error.ERROR_CANCELLED);
        assertThat(asked)
                .containsExactly("false 127.0.0.1 feas", "false 127.0.0.1 feas", "12045 127.0.0.1", "12037 127.0.0.1");
        assertThat(new Prompter.Login("bob", "Gehe1m-dialog").toString()).doesNotContain("Gehe1m");
    }

    @ParameterizedTest
    @Rule("R-DLG-10")
    @ValueSource(
            ints = {
                12037, 12038, 12039, 12040, 12041, 12042, 12043, 12045, 12052, 12055, 12057, 12166, 12167, 12168, 12170
            })
    void errorWithADialog_isShownToThePrompter_alsoWhenFiltered(int error) {
        List<String> asked = new ArrayList<>();
        BackEnd prompting = backEnd.open(config -> config.withPrompter(new Prompter() {
            @Override
            public Login askLogin(boolean proxy, String host, String realm) {
                throw new AssertionError("no password is needed");
            }

            @Override
            public boolean confirm(int code, String host) {
                asked.add(code + " " + host);
                return false;
            }
        }));
        HINTERNET request = Conversation.sync(prompting, log, server).openRequest("/");

        assertThat(prompting.InternetErrorDlg(0, request, error, FILTER, null)).isEqualTo(Win32Error.ERROR_CANCELLED);

        assertThat(asked).containsExactly(error + " 127.0.0.1");
    }

    @ParameterizedTest
    @Rule("R-DLG-7")
    @CsvSource({
        "https://a/, http://b/, false, 12040",
        "https://a/, http://b/, true, 12052",
        "http://a/, https://b/, false, 12039",
        "http://a/, http://b/, true, 0",
        "https://a/, HTTPS://b/, true, 0"
    })
    void internetConfirmZoneCrossing_withAPrompter_asksWhereSecurityChanges(
            String before, String after, boolean posts, int expected) {
        List<Integer> asked = new ArrayList<>();
        boolean[] answer = new boolean[1];
        BackEnd prompting = backEnd.open(config -> config.withPrompter(new Prompter() {
            @Override
            public Login askLogin(boolean proxy, String host, String realm) {
                throw new AssertionError("no password is needed");
            }

            @Override
            public boolean confirm(int error, String host) {
                assertThat(host).isEqualTo(after);
                asked.add(error);
                return answer[0];
            }
        }));

        assertThat(prompting.InternetConfirmZoneCrossing(0, before, after, posts))
                .isEqualTo(expected == 0 ? Win32Error.ERROR_SUCCESS : Win32Error.ERROR_CANCELLED);
        answer[0] = true;
        assertThat(prompting.InternetConfirmZoneCrossing(0, before, after, posts))
                .isEqualTo(Win32Error.ERROR_SUCCESS);

        assertThat(asked).hasSize(expected == 0 ? 0 : 2).allMatch(each -> each == expected);
    }

    @Test
    @Rule("R-DLG-7")
    void internetConfirmZoneCrossing_withoutAPrompter_goesOn() {
        assertThat(api.InternetConfirmZoneCrossing(0, "https://a/", "http://b/", false))
                .isZero();
        assertThat(api.InternetConfirmZoneCrossing(0, null, "http://b/", false))
                .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
    }

    @Test
    @Rule("R-PROJ-DLG-1")
    void resumeSuspendedDownload_hasNothingToResume() {
        Conversation client = sync();
        assertThat(api.ResumeSuspendedDownload(client.openRequest("/"), 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        assertThat(api.ResumeSuspendedDownload(client.session(), 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        assertThat(api.ResumeSuspendedDownload(null, 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_HANDLE);
    }

    @Test
    @Rule({"R-PROJ-DLG-1", "R-SDK-5"})
    void functionsOfServicesThatAreGone_fail() {
        ByteBuffer hash = ByteBuffer.allocate(33);
        assertThat(api.CreateMD5SSOHash("challenge", null, null, hash)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NOT_FOUND);
        assertThat(api.CreateMD5SSOHash(null, null, null, hash)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(api.InternetQueryFortezzaStatus(new DwordRef(), 0)).isFalse();
        assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_CALL_NOT_IMPLEMENTED);
        assertThat(api.ParseX509EncodedCertificateForListBoxEntry(null, 0, null, new DwordRef()))
                .isEqualTo(Win32Error.ERROR_CALL_NOT_IMPLEMENTED);
    }
}
