package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.function.Role;
import io.github.wininet4j.function.Role.Kind;
import io.github.wininet4j.function.Role.Size;
import io.github.wininet4j.nativelib.StatedLengths.Call;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import io.github.wininet4j.type.Structure;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever length a program states, of whatever it passes: a library is told of no more memory than it gets. */
final class StatedLengthsTest {
    private static final int ALL_WELL = 3_000;

    @TempDir
    private static Path folder;

    @Test
    @Rule("R-PROJ-C-5")
    void memory_ofEveryParameter_isAsLargeAsStated() throws Exception {
        WinInetLibrary library = WinInetLibrary.load(believing().toString());
        List<String> tooSmall = new ArrayList<>();
        int passed = 0;
        for (Call call : StatedLengths.calls()) {
            List<Role> roles = Role.of(call.function());
            OutboundCall outbound = new OutboundCall(library, roles.size());
            List<ToNative> converters = new ArrayList<>();
            roles.forEach(role -> converters.add(ToNativeConverters.of(roles, role.index())));
            try {
                Object[] arguments = outbound.pass(converters, call.arguments());
                roles.forEach(role -> check(call, role, arguments, tooSmall));
                passed++;
            } catch (RefusedArgument e) {
                // The library is not called.
            }
            outbound.results().finish(false);
        }
        assertThat(tooSmall).isEmpty();
        assertThat(passed).isGreaterThan(ALL_WELL);
    }

    private static void check(Call call, Role role, Object[] arguments, List<String> tooSmall) {
        if (!(arguments[role.index()] instanceof Pointer memory)) {
            return;
        }
        Object given = call.arguments()[role.index()];
        long needed = needed(role, arguments);
        long there = memory instanceof Memory own
                ? own.size()
                : given instanceof ByteBuffer direct ? direct.remaining() : Long.MAX_VALUE;
        if (there < needed) {
            tooSmall.add(String.format(Locale.ROOT, "%s: %d bytes of %d", call, there, needed));
        }
        if (given instanceof INTERNET_BUFFERS buffers) {
            checkBuffers(call, memory, buffers, tooSmall);
        }
        if (given instanceof INTERNET_CACHE_ENTRY_INFO entry && role.kind() == Kind.STRUCTURE) {
            StructureLayout layout = StructureLayout.of(INTERNET_CACHE_ENTRY_INFO.class);
            int stated = memory.getInt(layout.offset("dwHeaderInfoSize"));
            if (entry.lpHeaderInfo != null && stated > entry.lpHeaderInfo.length() + 1) {
                tooSmall.add(call + ": headers of " + stated);
            }
        }
    }

    private static long needed(Role role, Object[] arguments) {
        Size size = role.size();
        long stated = 0;
        if (size != null && size.unit() != Role.Unit.ELEMENTS && role.kind() != Kind.ALLOCATED_TEXT) {
            Object length = arguments[size.parameter()];
            stated = length instanceof Pointer variable
                    ? Integer.toUnsignedLong(variable.getInt(0))
                    : length instanceof Integer number ? Integer.toUnsignedLong(number) : 0;
            stated *= FillingLibrary.unit(role);
        }
        if (role.kind() == Kind.STRUCTURE) {
            stated = Math.max(
                    stated,
                    StructureLayout.of(role.type().asSubclass(Structure.class)).size());
        }
        return Math.max(stated, (long) role.capacity() * (role.kind() == Kind.TEXT_BUFFER ? Character.BYTES : 1));
    }

    private static void checkBuffers(Call call, Pointer memory, INTERNET_BUFFERS buffers, List<String> tooSmall) {
        StructureLayout layout = StructureLayout.of(INTERNET_BUFFERS.class);
        long headers = Integer.toUnsignedLong(memory.getInt(layout.offset("dwHeadersLength")));
        if (headers > buffers.lpcszHeader.length() + 1) {
            tooSmall.add(call + ": headers of " + headers);
        }
        long data = Integer.toUnsignedLong(memory.getInt(layout.offset("dwBufferLength")));
        boolean isThere = memory.getPointer(layout.offset("lpvBuffer")) != null;
        if (isThere && data > buffers.lpvBuffer.remaining()) {
            tooSmall.add(call + ": data of " + data);
        }
    }

    @Test
    @Rule("R-PROJ-C-5")
    void libraryThatBelievesEveryLength_harmsNothing() throws Exception {
        callAll(believing().toString());
    }

    @Test
    @Rule("R-PROJ-C-5")
    void ownLibrary_withEveryLength_harmsNothing() throws Exception {
        callAll(CPrograms.library().resolve(System.mapLibraryName("wininet")).toString());
    }

    /** Calls all; what lies beside a buffer of the caller stays as it was. */
    private static void callAll(String library) throws Exception {
        List<String> harmed = new ArrayList<>();
        try (BackEnd api = WinInets.named("native", WinInetConfig.defaults().withLibrary(library))) {
            for (Call call : StatedLengths.calls()) {
                try {
                    call.function().invoke(api, call.arguments());
                } catch (InvocationTargetException e) {
                    harmed.add(call + ": " + e.getCause());
                }
                Arrays.stream(call.arguments())
                        .filter(argument -> argument instanceof ByteBuffer buffer && !isUntouchedBeside(buffer))
                        .forEach(buffer -> harmed.add(call + ": wrote beside"));
            }
        }
        assertThat(harmed).isEmpty();
    }

    private static boolean isUntouchedBeside(ByteBuffer buffer) {
        for (int i = 0; i < buffer.capacity(); i++) {
            boolean isBeside = i < buffer.position() || i >= buffer.limit();
            if (isBeside && buffer.duplicate().clear().get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Path believing() throws Exception {
        Path source = folder.resolve("believing.c");
        Files.writeString(source, FillingLibrary.source());
        return CPrograms.compileLibrary(source, folder);
    }
}
