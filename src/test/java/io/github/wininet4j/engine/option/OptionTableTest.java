package io.github.wininet4j.engine.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Looking options up, and the lengths of their types. */
final class OptionTableTest {
    private static final OptionOwner<AtomicInteger> NUMBER = OptionOwner.of("number", AtomicInteger.class);
    private static final OptionOwner<Number> ANY = OptionOwner.of("any number", Number.class);

    private static OptionRow<AtomicInteger, Integer> row(int id) {
        return OptionRow.of(id, NUMBER, OptionCodecs.DWORD)
                .get(AtomicInteger::get)
                .set(AtomicInteger::set);
    }

    private static void fails(ThrowingCallable call, int code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WinInetFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    @Test
    void query_takesTheFirstRowThatCoversTheTarget() {
        OptionTable table = new OptionTable(
                () -> List.of(row(1), OptionRow.of(1, ANY, OptionCodecs.DWORD).get(value -> -1)));
        DwordRef value = new DwordRef();

        table.query(new AtomicInteger(5), 1, value, new DwordRef(4));
        assertThat(value.value).isEqualTo(5);
        table.query(7L, 1, value, new DwordRef(4));
        assertThat(value.value).isEqualTo(-1);
    }

    @Test
    void twoRowsOfOneOwner_areRefused() {
        OptionTable table = new OptionTable(() -> List.of(row(1), row(1)));

        assertThatThrownBy(table::rows).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void calls_withAnUnknownNumberOrOwner_fail() {
        OptionTable table = new OptionTable(() -> List.of(row(1)));

        fails(() -> table.query(new AtomicInteger(), 2, null, new DwordRef()), 12009);
        fails(() -> table.set("text", 1, new DwordRef(), 4), 12018);
        fails(() -> table.query(new AtomicInteger(), 1, new DwordRef(), null), 87);
    }

    @Test
    void numbers_neverLeaveTheMemoryThereIs() {
        DwordRef length = new DwordRef(100);

        fails(() -> OptionCodecs.QWORD.give(1L, new ByteBlock(7), length), 122);
        assertThat(length.value).isEqualTo(8);
        ByteBlock readOnly = new ByteBlock(ByteBuffer.allocate(8).asReadOnlyBuffer());
        fails(() -> OptionCodecs.QWORD.give(1L, readOnly, length), 87);
        fails(() -> OptionCodecs.QWORD.take(new ByteBlock(7), 8), 87);
        fails(() -> OptionCodecs.DWORD.take(new DwordRef(), 5), 12010);
    }

    @Test
    void texts_neverLeaveTheMemoryThereIs() {
        DwordRef length = new DwordRef(100);

        fails(() -> OptionCodecs.TEXT.give("abc", new TextBuffer(3), length), 122);
        assertThat(length.value).isEqualTo(8);
        ByteBlock odd = new ByteBlock(3);
        odd.buffer().putChar(0, 'x');
        assertThat(OptionCodecs.TEXT.take(odd, 99)).isEqualTo("x");
    }
}
