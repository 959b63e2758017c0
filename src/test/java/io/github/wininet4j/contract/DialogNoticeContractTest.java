package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.DialogFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.host.Prompter;
import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Conversation;
import io.github.wininet4j.testing.Gate;
import io.github.wininet4j.testing.HttpFixture;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.Script;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.AuthNotifyCallback;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_AUTH_NOTIFY_DATA;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Password dialogs one after the other, and the notice of who was turned away that its turn has come. */
@ContractTest
final class DialogNoticeContractTest extends HttpFixture {
    private static final String ASKS =
            "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"feas\"\r\nContent-Length: 4\r\n\r\nwho?";
    private static final int FILTER = DialogFlag.FLAGS_ERROR_UI_FILTER_FOR_ERRORS;
    private static final int ONE_BY_ONE = FILTER | DialogFlag.FLAGS_ERROR_UI_SERIALIZE_DIALOGS;
    private static final int PENDING = WinInetError.ERROR_INTERNET_DIALOG_PENDING;
    private static final int RETRY = WinInetError.ERROR_INTERNET_FORCE_RETRY;

    private final Gate shown = new Gate("the dialog is shown");
    private final Gate answered = new Gate("the user answers");
    private final AtomicInteger dialogs = new AtomicInteger();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final BackEnd prompting;
    private HINTERNET first;
    private HINTERNET second;

    DialogNoticeContractTest(BackEndUnderTest backEnd) {
        super(backEnd);
        prompting = backEnd.open(config -> config.withPrompter(new Prompter() {
            @Override
            public Login askLogin(boolean proxy, String host, String realm) {
                dialogs.incrementAndGet();
                shown.open();
                answered.await();
                return new Login("bob", "Gehe1m-dialog");
            }

            @Override
            public boolean confirm(int error, String host) {
                return false;
            }
        }));
    }

    @BeforeEach
    void refuseTwoRequests() {
        server.handleAll(each -> Script.script().send(ASKS));
        Conversation client = Conversation.sync(prompting, log, server);
        first = client.get("/");
        client.readAll(first);
        second = client.get("/");
    }

    private static INTERNET_AUTH_NOTIFY_DATA notice(long context, @Nullable AuthNotifyCallback callback) {
        INTERNET_AUTH_NOTIFY_DATA notice = new INTERNET_AUTH_NOTIFY_DATA();
        notice.dwContext = context;
        notice.pfnNotify = callback;
        return notice;
    }

    private INTERNET_AUTH_NOTIFY_DATA notice(long context) {
        return notice(context, (value, result, reserved) -> {
            told.add(value + " " + result + " " + reserved);
            return 0;
        });
    }

    private CompletableFuture<Integer> showDialog(@Nullable INTERNET_AUTH_NOTIFY_DATA notice) {
        CompletableFuture<Integer> result =
                CompletableFuture.supplyAsync(() -> prompting.InternetErrorDlg(0, first, 0, ONE_BY_ONE, notice));
        shown.await();
        return result;
    }

    private static int result(CompletableFuture<Integer> dialog) throws Exception {
        return dialog.get(Waits.SECONDS, TimeUnit.SECONDS);
    }

    @Test
    @Rule({"R-DLG-8", "R-DLG-12", "R-PROJ-DLG-3"})
    void internetErrorDlg_whileAnotherIsShown_isPendingAndTellsWhenThatEnds() throws Exception {
        CompletableFuture<Integer> dialog = showDialog(null);

        assertThat(prompting.InternetErrorDlg(0, second, 0, ONE_BY_ONE, notice(77)))
                .isEqualTo(PENDING);
        assertThat(told).isEmpty();
        answered.open();

        assertThat(result(dialog)).isEqualTo(RETRY);
        assertThat(told).containsExactly("77 " + RETRY + " null");
        assertThat(prompting.InternetErrorDlg(0, second, 0, ONE_BY_ONE, notice(78)))
                .isEqualTo(RETRY);
        assertThat(told).hasSize(1);
        assertThat(dialogs).hasValue(2);
    }

    @Test
    @Rule({"R-DLG-8", "R-DLG-12", "R-PROJ-DLG-3"})
    void notices_ofSeveral_areToldOnceEach_alsoAfterOneThatThrows() throws Exception {
        CompletableFuture<Integer> dialog = showDialog(notice(1));
        INTERNET_AUTH_NOTIFY_DATA changed = notice(2);
        INTERNET_AUTH_NOTIFY_DATA throwing = notice(3, (context, result, reserved) -> {
            throw new IllegalStateException("thrown by a notice");
        });
        INTERNET_AUTH_NOTIFY_DATA silent = notice(4, null);
        for (INTERNET_AUTH_NOTIFY_DATA each : List.of(changed, throwing, silent, notice(5), notice(0x1_0000_0000L))) {
            assertThat(prompting.InternetErrorDlg(0, second, 0, ONE_BY_ONE, each))
                    .isEqualTo(PENDING);
        }
        assertThat(prompting.InternetErrorDlg(0, second, 0, ONE_BY_ONE, null)).isEqualTo(PENDING);
        changed.dwContext = 99;
        changed.pfnNotify = null;
        try (CapturedLog logged = CapturedLog.start()) {
            answered.open();

            assertThat(result(dialog)).isEqualTo(RETRY);
            logged.awaitThrown("thrown by a notice");
        }
        assertThat(told).containsExactlyInAnyOrder("2 12032 null", "5 12032 null", 0x1_0000_0000L + " 12032 null");
        assertThat(prompting.InternetErrorDlg(0, first, 0, ONE_BY_ONE, null)).isEqualTo(RETRY);
        assertThat(told).hasSize(3);
    }

    /** Whoever is told may ask at once. */
    @Test
    @Rule({"R-DLG-12", "R-PROJ-DLG-3"})
    void notice_whichAsksAgain_showsItsDialog() throws Exception {
        CompletableFuture<Integer> dialog = showDialog(null);
        INTERNET_AUTH_NOTIFY_DATA again = notice(7, (context, result, reserved) -> {
            told.add("again " + prompting.InternetErrorDlg(0, second, 0, ONE_BY_ONE, notice(8)));
            return 0;
        });
        assertThat(prompting.InternetErrorDlg(0, second, 0, ONE_BY_ONE, again)).isEqualTo(PENDING);
        answered.open();

        assertThat(result(dialog)).isEqualTo(RETRY);
        assertThat(told).containsExactly("again " + RETRY);
        assertThat(dialogs).hasValue(2);
    }

    @ParameterizedTest
    @Rule({"R-DLG-12", "R-PROJ-DLG-3"})
    @ValueSource(ints = {0, 16, 20, 25, -1})
    void notice_ofAnotherSize_isNotTaken(int size) {
        answered.open();
        INTERNET_AUTH_NOTIFY_DATA notice = notice(9);
        notice.cbStruct = size;

        assertThat(prompting.InternetErrorDlg(0, first, 0, ONE_BY_ONE, notice))
                .isEqualTo(Win32Error.ERROR_INVALID_PARAMETER);
        assertThat(dialogs).hasValue(0);
        // Without the flag nobody looks at it.
        assertThat(prompting.InternetErrorDlg(0, first, 0, FILTER, notice)).isEqualTo(RETRY);
        assertThat(told).isEmpty();
    }

    @Test
    @Rule({"R-DLG-8", "R-PROJ-DLG-2"})
    void internetErrorDlg_withoutTheFlag_isShownBesideAnother() throws Exception {
        CompletableFuture<Integer> dialog = showDialog(null);
        CompletableFuture<Integer> beside =
                CompletableFuture.supplyAsync(() -> prompting.InternetErrorDlg(0, second, 0, FILTER, new DwordRef(77)));
        answered.open();

        assertThat(result(dialog)).isEqualTo(RETRY);
        assertThat(result(beside)).isEqualTo(RETRY);
        assertThat(dialogs).hasValue(2);
    }
}
