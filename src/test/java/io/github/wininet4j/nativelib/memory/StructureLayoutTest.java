package io.github.wininet4j.nativelib.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.wininet4j.annotation.InPlace;
import io.github.wininet4j.annotation.OwnSize;
import io.github.wininet4j.ansi.GOPHER_FIND_DATAA;
import io.github.wininet4j.ansi.INTERNET_CACHE_CONFIG_INFOA;
import io.github.wininet4j.ansi.INTERNET_CACHE_GROUP_INFOA;
import io.github.wininet4j.ansi.URL_COMPONENTSA;
import io.github.wininet4j.ansi.WIN32_FIND_DATAA;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.INTERNET_CACHE_GROUP_INFO;
import io.github.wininet4j.type.INTERNET_CERTIFICATE_INFO;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import io.github.wininet4j.type.SYSTEMTIME;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.URL_COMPONENTS;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the members of structures are in C is said at the members. */
final class StructureLayoutTest {
    static Stream<Structure> structures() {
        return Stream.of(
                new GOPHER_FIND_DATAA(),
                new INTERNET_CACHE_CONFIG_INFOA(),
                new INTERNET_CACHE_GROUP_INFO(),
                new INTERNET_CACHE_GROUP_INFOA(),
                new INTERNET_PER_CONN_OPTION_LIST(),
                new SYSTEMTIME(),
                new URL_COMPONENTS(),
                new URL_COMPONENTSA(),
                new WIN32_FIND_DATAA());
    }

    @ParameterizedTest
    @MethodSource("structures")
    void inPlace_isTheLengthOfTheArray(Structure structure) throws IllegalAccessException {
        for (Field field : structure.getClass().getFields()) {
            InPlace array = field.getAnnotation(InPlace.class);
            if (field.getType().isArray() && field.getType().getComponentType().isPrimitive()) {
                assertThat(array).as(field.getName()).isNotNull();
                assertThat(Array.getLength(field.get(structure)))
                        .as(field.getName())
                        .isEqualTo(array.value());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("structures")
    void ownSize_isTheFirstMemberAndStatesTheSize(Structure structure) throws IllegalAccessException {
        for (Field field : structure.getClass().getFields()) {
            if (field.isAnnotationPresent(OwnSize.class)) {
                assertThat(StructureLayout.of(structure.getClass()).offset(field.getName()))
                        .isZero();
                assertThat(field.getInt(structure)).isEqualTo(structure.sizeof());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("structures")
    void size_on64Bits_isThatOfTheStructure(Structure structure) {
        Assumptions.assumeTrue(Native.POINTER_SIZE == Long.BYTES);

        assertThat(StructureLayout.of(structure.getClass()).size()).isEqualTo(structure.sizeof());
    }

    @Test
    void systemTime_hasMembersOf16Bits() {
        assertThat(StructureLayout.of(SYSTEMTIME.class).offset("wMilliseconds")).isEqualTo(14);
    }

    @Test
    @Rule({"R-TLS-12", "R-OPTN-32"})
    void textsOfACertificate_areBytesInTheWideFormToo() {
        INTERNET_CERTIFICATE_INFO info = new INTERNET_CERTIFICATE_INFO();
        info.lpszSubjectInfo = "M\u00fcller";
        StructureLayout layout = StructureLayout.of(INTERNET_CERTIFICATE_INFO.class);
        Memory memory = new Memory(layout.size());
        Arena arena = Arena.within(new Memory(1000));

        layout.write(info, memory, arena);

        Pointer subject = memory.getPointer(layout.offset("lpszSubjectInfo"));
        assertThat(subject.getByteArray(0, 7)).isEqualTo(new byte[] {'M', (byte) 0xFC, 'l', 'l', 'e', 'r', 0});
        assertThat(memory.getPointer(layout.offset("lpszProtocolName"))).isNull();
        INTERNET_CERTIFICATE_INFO back = new INTERNET_CERTIFICATE_INFO();
        layout.read(back, memory);
        assertThat(back.lpszSubjectInfo).isEqualTo("M\u00fcller");
    }
}
