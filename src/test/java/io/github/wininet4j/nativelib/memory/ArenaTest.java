package io.github.wininet4j.nativelib.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C memory of calls, which others have used before. */
final class ArenaTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 1024, 1025, 65_536, 1 << 20, (1 << 20) + 1})
    void allocate_afterAnotherHasReleased_givesZeroes(int size) {
        Arena before = Arena.owned();
        before.allocate(size).setMemory(0, size, (byte) 7);
        before.release();

        assertThat(Arena.owned().allocate(size).getByteArray(0, size)).containsOnly(0);
    }

    @Test
    void allocate_givesPiecesThatDoNotOverlapAndSuitAnyType() {
        Arena arena = Arena.owned();
        Pointer[] pieces = new Pointer[300];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = arena.allocate(i);
            assertThat(PointerSized.address(pieces[i]) % 16).isZero();
            pieces[i].setMemory(0, i, (byte) i);
        }
        for (int i = 1; i < pieces.length; i++) {
            assertThat(pieces[i].getByteArray(0, i)).containsOnly((byte) i);
        }
    }

    @Test
    void allocate_twoArenasAtATime_doNotShare() {
        Arena first = Arena.owned();
        Arena second = Arena.owned();
        Pointer one = first.allocate(8);
        Pointer other = second.allocate(8);
        one.setLong(0, -1);

        assertThat(other.getLong(0)).isZero();
    }

    @Test
    void allocate_isBoundedByItsSize() {
        Pointer piece = Arena.owned().allocate(10);

        assertThatThrownBy(() -> piece.setByte(10, (byte) 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void release_keepsTheMemoryForTheNext() {
        // What others have left is taken first.
        List<Arena> held = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            held.add(Arena.owned());
            held.get(i).allocateUninitialized(300_000);
        }
        Arena before = Arena.owned();
        Pointer piece = before.allocateUninitialized(300_000);
        before.release();

        assertThat(Arena.owned().allocateUninitialized(300_000)).isEqualTo(piece);
    }
}
