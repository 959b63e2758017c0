package io.github.wininet4j.nativelib.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Pointer;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Character arrays within structures have 16-bit characters on every system. */
final class FindDataTest {
    private final Arena arena = Arena.owned();

    @ParameterizedTest
    @CsvSource({"cFileName", "cAlternateFileName"})
    void findData_hasItsNamesInCharactersOfTwoBytes(String name) {
        check(new WIN32_FIND_DATA(), new WIN32_FIND_DATA(), name);
    }

    @ParameterizedTest
    @CsvSource({"DisplayString", "Locator"})
    void gopherFindData_hasItsTextsInCharactersOfTwoBytes(String name) {
        check(new GOPHER_FIND_DATA(), new GOPHER_FIND_DATA(), name);
    }

    private void check(Structure written, Structure read, String name) {
        StructureLayout layout = StructureLayout.of(written.getClass());
        layout.set(written, name, "ab\u20AC");
        Pointer memory = arena.allocate(layout.size());

        layout.write(written, memory, arena);

        int offset = layout.offset(name);
        assertThat(memory.getByteArray(offset, 8)).containsExactly('a', 0, 'b', 0, 0xAC, 0x20, 0, 0);
        layout.read(read, memory);
        assertThat(layout.get(read, name)).isEqualTo("ab\u20AC");
    }
}
