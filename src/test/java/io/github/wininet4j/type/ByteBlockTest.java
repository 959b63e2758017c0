package io.github.wininet4j.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw memory with the C layout. */
final class ByteBlockTest {

    @Test
    void block_ofASize_isZeroedAndInTheMachinesOrder() {
        ByteBlock block = new ByteBlock(8);

        assertThat(block.sizeof()).isEqualTo(8);
        assertThat(block.buffer().getLong(0)).isZero();
        assertThat(block.buffer().order()).isEqualTo(ByteOrder.nativeOrder());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void block_ofABuffer_isItsRemainingBytesInTheSameMemory(boolean direct) {
        ByteBuffer memory = direct ? ByteBuffer.allocateDirect(10) : ByteBuffer.allocate(10);
        memory.position(2).limit(6);

        ByteBlock block = new ByteBlock(memory);
        block.buffer().put(0, (byte) 7);

        assertThat(block.sizeof()).isEqualTo(4);
        assertThat(memory.get(2)).isEqualTo((byte) 7);
        assertThat(memory.position()).isEqualTo(2);
        assertThat(memory.limit()).isEqualTo(6);
    }
}
