package io.github.wininet4j.nativelib.capi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.github.wininet4j.WinInet;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.function.Role;
import io.github.wininet4j.function.Role.Direction;
import io.github.wininet4j.function.Role.Kind;
import io.github.wininet4j.nativelib.memory.PendingResults;
import io.github.wininet4j.testing.Rule;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What C passes is looked at as far as the function uses it: where garbage may be, it is not touched. */
final class FromNativeConvertersTest {
    /** No program has memory there. */
    private static final long GARBAGE = 1;

    /** Larger than any structure. */
    private static final int LARGE = 4096;

    /** The largest number of parameters. */
    private static final int MOST = 16;

    private final FromNativeConverters converters = new FromNativeConverters(new PendingResults<>(), false);

    /** A function with its roles. */
    private record Declared(Method target, List<Role> roles, boolean ansi) {}

    private static List<Declared> all() {
        Map<String, Method> wide = new HashMap<>();
        Arrays.stream(WinInet.class.getMethods()).forEach(method -> wide.put(method.getName(), method));
        List<Declared> all = new ArrayList<>();
        wide.values().forEach(method -> all.add(new Declared(method, Role.of(method), false)));
        for (Method method : AnsiWinInet.class.getMethods()) {
            String name = method.getName();
            Method same = wide.getOrDefault(name, wide.get(name.replaceFirst("A$", "")));
            if (Modifier.isAbstract(method.getModifiers()) && same != null) {
                all.add(new Declared(method, Role.of(same), true));
            }
        }
        assertThat(all).hasSizeGreaterThan(170);
        return all;
    }

    private static InboundCall call(int parameter, long value) {
        long[] arguments = new long[MOST];
        arguments[parameter] = value;
        return new InboundCall(arguments);
    }

    @Test
    void everyParameter_ofBothForms_hasAConverter() {
        for (Declared each : all()) {
            assertThat(converters.of(each.target, each.roles, each.ansi)).hasSize(each.target.getParameterCount());
        }
    }

    @Test
    @Rule("R-GEN-15")
    void reservedPointer_isNotFollowedAndNotNull() {
        int reserved = 0;
        for (Declared each : all()) {
            for (Role role : each.roles) {
                if (role.kind() == Kind.RESERVED) {
                    FromNative converter =
                            converters.of(each.target, each.roles, each.ansi).get(role.index());

                    assertThat(converter.take(call(role.index(), GARBAGE), role.index()))
                            .isInstanceOf(each.target.getParameterTypes()[role.index()]);
                    assertThat(converter.take(call(role.index(), 0), role.index()))
                            .isNull();
                    reserved++;
                }
            }
        }
        assertThat(reserved).isGreaterThan(30);
    }

    @Test
    void structureThatIsFilled_mayHoldAnythingBefore() {
        int filled = 0;
        for (Declared each : all()) {
            for (Role role : each.roles) {
                boolean isStructure = role.kind() == Kind.STRUCTURE || role.kind() == Kind.BUFFERS;
                if (isStructure && role.direction() != Direction.IN) {
                    Memory memory = new Memory(LARGE);
                    memory.setMemory(0, LARGE, (byte) 1);
                    long address = Pointer.nativeValue(memory);

                    assertThat(converters
                                    .of(each.target, each.roles, each.ansi)
                                    .get(role.index())
                                    .take(call(role.index(), address), role.index()))
                            .isNotNull();
                    filled++;
                }
            }
        }
        assertThat(filled).isGreaterThan(20);
    }
}
