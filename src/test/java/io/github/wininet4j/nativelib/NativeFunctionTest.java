package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.wininet4j.testing.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ways to a C function, of which one is for machines with other pointers. */
final class NativeFunctionTest {
    private static final String SOURCE = """
            #include <errno.h>
            #include <stdint.h>

            #define EXPORT __attribute__((visibility("default")))

            EXPORT int32_t minus(void) { return -1; }

            EXPORT void *same(void *pointer) { return pointer; }

            EXPORT int32_t none(void) { return 0; }

            EXPORT uint64_t all(void *a, int32_t b, uint16_t c, uint64_t d, int32_t e, int32_t f, void *g, int32_t h,
                uint32_t i) {
                errno = 77;
                return (uintptr_t)a + b + c + d + e + f + (uintptr_t)g + h + i;
            }
            """;

    @TempDir
    private static Path folder;

    private static WinInetLibrary library() throws Exception {
        Path source = folder.resolve("sums.c");
        Files.writeString(source, SOURCE);
        return WinInetLibrary.load(CPrograms.compileLibrary(source, folder).toString());
    }

    private static List<NativeFunction> ways(String name, Class<?> returned, int parameters) throws Exception {
        WinInetLibrary library = library();
        Function function = library.find(name);
        List<NativeFunction> ways = new ArrayList<>();
        ways.add(NativeFunction.of(library, name, function, returned, parameters));
        ways.add(NativeFunction.converted(function, returned));
        return ways;
    }

    @Test
    void call_withAnyNumberOfArguments_passesEach() throws Exception {
        try (Memory memory = new Memory(8)) {
            Object[] arguments = {memory, -2, 65_535, 1L << 40, 5, -6, null, 8, -1};
            long sum = Pointer.nativeValue(memory) - 2 + 65_535 + (1L << 40) + 5 - 6 + 8 + 0xFFFF_FFFFL;

            for (NativeFunction way : ways("all", long.class, arguments.length)) {
                assertThat(way.call(arguments)).isEqualTo(sum);
            }
        }
    }

    @Test
    @Rule("R-GEN-19")
    void call_ofAFunctionThatSetsTheError_keepsIt() throws Exception {
        Object[] arguments = new Object[9];
        Arrays.fill(arguments, 0);
        for (NativeFunction way : ways("all", int.class, arguments.length)) {
            Native.setLastError(1);
            way.call(arguments);

            assertThat(Native.getLastError()).isEqualTo(77);
        }
    }

    @Test
    void call_ofFunctionsWithOtherResults_givesTheBitsOfTheResult() throws Exception {
        try (Memory memory = new Memory(8)) {
            for (NativeFunction way : ways("same", Pointer.class, 1)) {
                assertThat(way.call(new Object[] {memory})).isEqualTo(Pointer.nativeValue(memory));
                assertThat(way.call(new Object[] {null})).isZero();
            }
            for (NativeFunction way : ways("minus", boolean.class, 0)) {
                assertThat((int) way.call(new Object[0])).isEqualTo(-1);
            }
            for (NativeFunction way : ways("none", void.class, 0)) {
                assertThat((int) way.call(new Object[0])).isZero();
            }
        }
    }

    /** Else each back end that is opened would leave classes behind, as JNA keeps them. */
    @Test
    void of_aLibraryThatIsLoadedAgain_isWhatWasBoundBefore() throws Exception {
        WinInetLibrary first = library();
        WinInetLibrary again = WinInetLibrary.load(first.name());

        NativeFunction bound = NativeFunction.of(first, "minus", first.find("minus"), int.class, 0);

        assertThat(NativeFunction.of(again, "minus", again.find("minus"), int.class, 0))
                .isSameAs(bound);
        assertThat(NativeFunction.of(again, "none", again.find("none"), int.class, 0))
                .isNotSameAs(bound);
    }

    /** Binds two functions and says what they return. */
    static final class Bindings {
        private Bindings() {}

        /**
         * Runs it.
         *
         * @param arguments the library
         */
        public static void main(String[] arguments) {
            WinInetLibrary library = WinInetLibrary.load(arguments[0]);
            for (String name : List.of("minus", "none", "minus")) {
                NativeFunction function = NativeFunction.of(library, name, library.find(name), int.class, 0);
                System.out.println(name + " " + (int) function.call(new Object[0]));
            }
        }
    }

    /** Hashes of objects are no names: what is found by them is another's now and then, and on this JVM always. */
    @Test
    void call_whereAllObjectsHaveTheSameHash_isOfItsOwnFunction() throws Exception {
        Path source = folder.resolve("sums.c");
        Files.writeString(source, SOURCE);
        String library = CPrograms.compileLibrary(source, folder).toString();

        CPrograms.Ran ran = CPrograms.run(
                        Map.of(),
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:+UnlockExperimentalVMOptions",
                                "-XX:hashCode=2",
                                "-Xmx256m",
                                "-cp",
                                CPrograms.CLASSPATH,
                                Bindings.class.getName(),
                                library))
                .ok();

        assertThat(ran.output().lines()).containsExactly("minus -1", "none 0", "minus -1");
    }
}
