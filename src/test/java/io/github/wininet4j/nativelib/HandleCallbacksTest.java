package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.nativelib.memory.ForeignMemory;
import io.github.wininet4j.nativelib.memory.Results;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.StatusCallback;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of handles, and what closing one looks at. */
final class HandleCallbacksTest {
    private static final int MANY = 16_000;
    private static final int CLOSED = 100;
    private static final long SESSION = 4;
    private static final long CONNECT = 8;
    private static final long FIRST = 100;

    private final List<Long> asked = new ArrayList<>();
    private final HandleCallbacks callbacks = new HandleCallbacks(
            (handle, option) -> {
                asked.add(handle);
                return 0;
            },
            ForeignMemory.TRUSTED);

    private void openMany() {
        callbacks.created(SESSION, 0);
        callbacks.created(CONNECT, SESSION);
        for (int i = 0; i < MANY; i++) {
            callbacks.created(FIRST + i, CONNECT);
        }
    }

    @Test
    void closing_looksAtTheHandleAndWhatIsBelowItOnly() {
        openMany();

        for (int i = 0; i < MANY; i++) {
            HandleCallbacks.Closing closing = callbacks.closing(FIRST + i);
            assertThat(closing.tree()).hasSize(1);
            callbacks.closed(closing);
        }
        assertThat(callbacks.closing(SESSION).tree()).hasSize(2);
        assertThat(asked).as("handles without a callback tell nothing").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, MANY})
    void closing_ofAHandleWithACallbackOfItsOwn_asksOnce_howeverManyAreOpen(int open) {
        callbacks.created(SESSION, 0);
        for (int i = 0; i < open; i++) {
            callbacks.created(FIRST + i, SESSION);
            StatusCallback own = new CountingCallback();
            callbacks.set(FIRST + i, callbacks.acquire(own));
        }

        for (int i = 0; i < CLOSED; i++) {
            HandleCallbacks.Closing closing = callbacks.closing(FIRST + i);
            assertThat(closing.tree()).hasSize(1);
            callbacks.closed(closing);
        }

        assertThat(asked).hasSize(CLOSED);
        assertThat(CountingCallback.compared).isZero();
    }

    /** A callback that counts how often it is looked at among others. */
    private static final class CountingCallback implements StatusCallback {
        static int compared;

        @Override
        public void callback(
                HINTERNET hInternet,
                long dwContext,
                int dwInternetStatus,
                @Nullable LPVOID lpvStatusInformation,
                int dwStatusInformationLength) {
            throw new AssertionError("nothing calls it");
        }

        @Override
        public boolean equals(Object other) {
            compared++;
            return this == other;
        }

        @Override
        public int hashCode() {
            compared++;
            return 1;
        }
    }

    @Test
    void closed_endsWhatIsBelow() {
        openMany();

        callbacks.closed(callbacks.closing(SESSION));

        assertThat(callbacks.closing(CONNECT).tree()).isEmpty();
        assertThat(callbacks.closing(FIRST).tree()).isEmpty();
    }

    @Test
    void stillOpen_leavesAllAsItWas() {
        callbacks.created(SESSION, 0);

        callbacks.stillOpen(callbacks.closing(SESSION));

        assertThat(callbacks.closing(SESSION).tree()).hasSize(1);
    }

    @Test
    void function_isOneForEachCallback_andUsedAgainByNoOtherWhileAHandleHasIt() {
        StatusCallback callback = (handle, context, status, information, length) -> {};
        callbacks.created(SESSION, 0);
        StatusFunction function = callbacks.acquire(callback);
        callbacks.set(SESSION, function);
        callbacks.created(CONNECT, SESSION);

        for (int i = 0; i < 3000; i++) {
            StatusCallback other = new StatusCallback() {
                @Override
                public void callback(
                        HINTERNET hInternet,
                        long dwContext,
                        int dwInternetStatus,
                        LPVOID lpvStatusInformation,
                        int dwStatusInformationLength) {}
            };
            StatusFunction made = callbacks.acquire(other);
            assertThat(made).isNotSameAs(function);
            callbacks.set(SESSION, made);
        }
        assertThat(StatusFunction.callback(function.address())).isSameAs(callback);
        assertThat(callbacks.acquire(callback)).isSameAs(function);
    }

    @Test
    void openingsOfOneHandle_areOverWhenNoneIsLeft() {
        callbacks.created(SESSION, 0);
        List<String> over = new ArrayList<>();
        Results first = new Results();
        first.atEnd(() -> over.add("first"));
        Results second = new Results();
        second.atEnd(() -> over.add("second"));
        KnownHandle session = callbacks.expect(SESSION, first, true);
        callbacks.expect(SESSION, second, true);

        assertThat(session.endOpening()).isEmpty();
        callbacks.withdraw(session, second, true);

        assertThat(over).containsExactly("first");
        assertThat(session.isOpening()).isFalse();
    }
}
