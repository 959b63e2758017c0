package io.github.wininet4j.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cancelling closes what is attached, once. */
class CancellationTest {
    private final Cancellation cancellation = new Cancellation();
    private final List<String> closed = new ArrayList<>();

    private Closeable target(String name) {
        return () -> closed.add(name);
    }

    @Test
    void cancel_closesWhatIsAttached_once() throws IOException {
        cancellation.attach(target("a"));
        cancellation.attach(target("b"));

        cancellation.cancel();
        cancellation.cancel();

        assertThat(closed).containsExactlyInAnyOrder("a", "b");
        assertThat(cancellation.isCancelled()).isTrue();
    }

    @Test
    void cancel_whenACloseFails_closesTheOthers() throws IOException {
        cancellation.attach(target("a"));
        cancellation.attach(() -> {
            throw new IOException("no");
        });

        cancellation.cancel();

        assertThat(closed).containsExactly("a");
    }

    @Test
    void attach_afterCancel_isRefused() {
        cancellation.cancel();

        assertThatThrownBy(() -> cancellation.attach(target("a"))).isInstanceOf(CancelledIoException.class);
        assertThatThrownBy(() -> cancellation.onCancel(() -> {})).isInstanceOf(CancelledIoException.class);
        assertThatThrownBy(cancellation::check).isInstanceOf(CancelledIoException.class);
        assertThat(closed).isEmpty();
    }

    @Test
    void detach_leavesTheOthersAttached() throws IOException {
        List<Closeable> targets = List.of(target("a"), target("b"), target("c"));
        for (Closeable target : targets) {
            cancellation.attach(target);
        }

        assertThat(cancellation.detach(targets.get(1))).isTrue();
        assertThat(cancellation.detach(target("never attached"))).isTrue();
        cancellation.cancel();

        assertThat(closed).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void detach_afterCancel_tellsThatItWasClosed() throws IOException {
        Closeable target = target("a");
        cancellation.attach(target);
        cancellation.cancel();

        assertThat(cancellation.detach(target)).isFalse();
    }

    @Test
    void onCancel_runsTheAction_unlessDetached() throws IOException {
        cancellation.onCancel(() -> closed.add("ran"));
        Closeable other = cancellation.onCancel(() -> closed.add("ran too"));
        cancellation.detach(other);

        cancellation.cancel();

        assertThat(closed).containsExactly("ran");
    }

    @Test
    void translate_namesTheReason_onlyIfCancelled() {
        SocketException failure = new SocketException("Socket closed");
        assertThat(cancellation.explain(failure)).isSameAs(failure);

        cancellation.cancel();

        IOException translated = cancellation.explain(failure);
        assertThat(translated).isInstanceOf(CancelledIoException.class).hasCause(failure);
        assertThat(cancellation.explain(translated)).isSameAs(translated);
    }
}
