package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.InternetCookieHistory;
import io.github.wininet4j.type.TextBuffer;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The log, called like a back end would. */
final class StatusLogTest {
    private static final HINTERNET PARENT = new HINTERNET(1);
    private static final HINTERNET CHILD = new HINTERNET(2);
    private static final int RESOLVING_NAME = 10;
    private static final int SENDING_REQUEST = 30;
    private static final int REQUEST_SENT = 31;
    private static final int COOKIE_HISTORY = 327;

    private final StatusLog log = new StatusLog();

    @Test
    void callback_payload_isCopied() {
        TextBuffer text = new TextBuffer("host");
        DwordRef sent = new DwordRef(5);
        InternetCookieHistory history = new InternetCookieHistory();
        history.fLeashed = true;

        log.callback(CHILD, 7, RESOLVING_NAME, text, 5);
        log.callback(CHILD, 7, REQUEST_SENT, sent, 4);
        log.callback(CHILD, 7, COOKIE_HISTORY, history, 16);
        text.set("x");
        sent.value = 0;
        history.fLeashed = false;

        assertThat(log.names()).containsExactly("RESOLVING_NAME", "REQUEST_SENT", "COOKIE_HISTORY");
        assertThat(log.entries().get(0).text()).isEqualTo("host");
        assertThat(log.entries().get(0).length()).isEqualTo(5);
        assertThat(log.entries().get(0).context()).isEqualTo(7);
        assertThat(log.entries().get(0).thread()).isSameAs(Thread.currentThread());
        assertThat(log.entries().get(1).dword()).isEqualTo(5);
        assertThat(((InternetCookieHistory) log.entries().get(2).payload()).fLeashed)
                .isTrue();
        assertThatThrownBy(() -> log.entries().get(0).dword()).hasMessageContaining("expected Integer");
    }

    @Test
    void awaitComplete_returnsEachResultOnce() throws Exception {
        Waits.within("the callbacks", () -> {
            complete(CHILD, 1, 0);
            complete(PARENT, 0, 12007);
            complete(CHILD, 1, 5);
        });

        assertThat(log.awaitComplete().dwResult).isEqualTo(1);
        assertThat(log.awaitComplete(CHILD).dwError).isEqualTo(5);
        assertThat(log.awaitComplete().dwError).isEqualTo(12007);
    }

    @Test
    void await_beforeTheStatusComes_waitsForIt() throws Exception {
        Thread later = Waits.daemon("later", () -> {
            log.callback(CHILD, 1, SENDING_REQUEST, null, 0);
            log.callback(CHILD, 1, SENDING_REQUEST, null, 0);
            log.callback(CHILD, 1, StatusNames.HANDLE_CLOSING, new HandleRef(CHILD), 8);
        });

        assertThat(log.await(SENDING_REQUEST, 2)).isSameAs(log.entries().get(1));
        assertThat(log.awaitClosing(CHILD).handlePayload()).isEqualTo(CHILD);
        later.join();
    }

    @Test
    void assertSequence_optionalItemsAndGroups_matchAsWritten() {
        log.callback(CHILD, 1, SENDING_REQUEST, null, 0);
        log.callback(PARENT, 1, SENDING_REQUEST, null, 0);
        log.callback(CHILD, 1, REQUEST_SENT, new DwordRef(), 4);

        log.assertSequence("(RESOLVING_NAME NAME_RESOLVED)?", "SENDING_REQUEST+", "REQUEST_SENT");
        log.assertSequence(CHILD, "DETECTING_PROXY?", "SENDING_REQUEST", "REQUEST_SENT");
        assertThatThrownBy(() -> log.assertSequence("SENDING_REQUEST", "REQUEST_SENT"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("SENDING_REQUEST SENDING_REQUEST REQUEST_SENT");
        assertThatThrownBy(() -> log.assertSequence("SENDING_REQUEST*"))
                .as("the rest counts, too")
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> log.assertSequence("SENDING_REQEUST?")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void assertNoViolations_afterAStatusThatFollowsClosing_fails() {
        log.callback(CHILD, 1, StatusNames.HANDLE_CLOSING, new HandleRef(CHILD), 8);
        log.assertNoViolations();

        log.callback(CHILD, 1, SENDING_REQUEST, null, 0);

        assertThatThrownBy(log::assertNoViolations).hasMessageContaining("after HANDLE_CLOSING");
    }

    @Test
    void assertNoViolations_whenANumberIsUsedAgain_passes() {
        log.callback(CHILD, 1, StatusNames.HANDLE_CLOSING, new HandleRef(CHILD), 8);
        log.callback(PARENT, 2, StatusNames.HANDLE_CREATED, new HandleRef(CHILD), 8);
        log.callback(CHILD, 2, SENDING_REQUEST, null, 0);

        log.assertNoViolations();
    }

    @Test
    void assertNoViolations_afterCallbacksThatOverlap_fails() throws Exception {
        overlap(CHILD, CHILD);

        assertThatThrownBy(log::assertNoViolations).hasMessageContaining("while the callback was still in");
    }

    @Test
    void assertNoViolations_afterCallbacksOfTwoHandlesOverlap_passes() throws Exception {
        overlap(CHILD, PARENT);

        log.assertNoViolations();
    }

    @Test
    void assertNoViolations_afterANestedCallbackOnTheSameThread_passes() {
        log.on(SENDING_REQUEST, entry -> log.callback(CHILD, 1, REQUEST_SENT, new DwordRef(), 4));

        log.callback(CHILD, 1, SENDING_REQUEST, null, 0);

        log.assertNoViolations();
        log.assertSequence("SENDING_REQUEST", "REQUEST_SENT");
    }

    @Test
    void on_whenTheActionFails_isAViolationThatTheCallerDoesNotSee() {
        log.on(SENDING_REQUEST, entry -> assertThat(entry.length()).isEqualTo(1));

        log.callback(CHILD, 1, SENDING_REQUEST, null, 0);

        assertThat(log.violations()).hasSize(1);
    }

    @Test
    void onRaw_writesToTheInformation_theCallerSeesIt() {
        TextBuffer text = new TextBuffer("host");
        log.onRaw(
                RESOLVING_NAME,
                (handle, context, status, information, length) -> ((TextBuffer) information).setCharAt(0, 'H'));

        log.callback(CHILD, 1, RESOLVING_NAME, text, 5);

        assertThat(text).hasToString("Host");
        assertThat(log.entries().get(0).text()).isEqualTo("host");
    }

    @Test
    void throwOn_throwsOutOfTheCallbackAndIsNoViolation() {
        log.throwOn(SENDING_REQUEST, () -> new IllegalStateException("careless"));

        assertThatThrownBy(() -> log.callback(CHILD, 1, SENDING_REQUEST, null, 0))
                .hasMessage("careless");
        log.assertNoViolations();
    }

    private void complete(HINTERNET handle, long result, int error) {
        log.callback(handle, 1, StatusNames.REQUEST_COMPLETE, new INTERNET_ASYNC_RESULT(result, error), 16);
    }

    /** Calls back for one handle while a callback for another is running on a second thread. */
    private void overlap(HINTERNET outer, HINTERNET inner) throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        log.on(SENDING_REQUEST, entry -> {
            try {
                Waits.within("the inner callback", () -> log.callback(inner, 1, REQUEST_SENT, new DwordRef(), 4));
            } catch (Exception e) {
                failure.set(e);
            }
        });
        log.callback(outer, 1, SENDING_REQUEST, null, 0);
        assertThat(failure.get()).isNull();
    }
}
