package io.github.wininet4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.WinInets;
import io.github.wininet4j.testing.Secrets;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the library's objects print of themselves: a record prints all its parts unless it says otherwise, so that one
 * with a password somewhere within would put it into a log or a debugger's view.
 */
final class PrintedSecretsTest {
    private static final String SECRET = Secrets.use("Gehe1m-printed");
    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(password|secret).*");

    /** Where the value of a cookie is one. */
    private static final String COOKIES = ".cookie.";

    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(boolean.class, false),
            Map.entry(byte.class, (byte) 0),
            Map.entry(char.class, 'x'),
            Map.entry(short.class, (short) 0),
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(double.class, 1.0),
            Map.entry(List.class, List.of()),
            Map.entry(Set.class, Set.of()),
            Map.entry(Map.class, Map.of()),
            Map.entry(Path.class, Path.of("x")),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(Duration.class, Duration.ZERO),
            Map.entry(ByteBuffer.class, ByteBuffer.allocate(0)));

    private final Set<String> tried = new TreeSet<>();
    private final Set<String> untried = new TreeSet<>();
    private final Set<String> printing = new TreeSet<>();

    private static List<Class<?>> classes() throws Exception {
        URI root = WinInets.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        List<Class<?>> found = new ArrayList<>();
        try (var files = Files.walk(Path.of(root))) {
            for (Path file : files.map(Path.of(root)::relativize).toList()) {
                String name = file.toString().replace('\\', '/').replace('/', '.');
                if (name.startsWith(Layers.ROOT) && name.endsWith(".class") && !name.endsWith("-info.class")) {
                    String plain = name.substring(0, name.length() - ".class".length());
                    found.add(Class.forName(plain, false, WinInets.class.getClassLoader()));
                }
            }
        }
        return found;
    }

    private static boolean isSecret(Class<?> owner, String component) {
        return SECRET_NAME.matcher(component).matches()
                || (component.equals("value") && owner.getName().contains(COOKIES));
    }

    private static boolean holdsSecret(Class<?> type, int depth) {
        if (!type.isRecord() || depth == 0) {
            return false;
        }
        for (RecordComponent each : type.getRecordComponents()) {
            boolean own = each.getType() == String.class && isSecret(type, each.getName());
            if (own || holdsSecret(each.getType(), depth - 1)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object sample(Class<?> owner, String name, Class<?> type) throws Exception {
        if (type == String.class) {
            return isSecret(owner, name) ? SECRET : "x";
        }
        if (type.isRecord()) {
            return make(type);
        }
        return type.isEnum() ? type.getEnumConstants()[0] : SAMPLES.get(type);
    }

    private static Object make(Class<?> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = sample(type, components[i].getName(), types[i]);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private void print(Class<?> type) throws Exception {
        try {
            Object made = make(type);
            tried.add(type.getSimpleName());
            if (made.toString().contains(SECRET)) {
                printing.add(type.getName());
            }
        } catch (InvocationTargetException e) {
            untried.add(type.getName() + ": " + e.getCause());
        }
    }

    @Test
    void records_withASecretAnywhereWithin_printNothingOfIt() throws Exception {
        for (Class<?> type : classes()) {
            if (holdsSecret(type, 4)) {
                print(type);
            }
        }

        assertThat(printing).isEmpty();
        assertThat(untried).isEmpty();
        assertThat(tried).contains("UserPassword", "Credentials", "Login", "NtlmIdentity", "UserOption", "FtpServer");
    }

    /** Other objects print their class and a number, unless they say otherwise. */
    @Test
    void classesWithASecret_thatAreNoRecords_printNoPartsOfThemselves() throws Exception {
        Set<String> speaking = new TreeSet<>();
        for (Class<?> type : classes()) {
            boolean holds = false;
            for (var field : type.getDeclaredFields()) {
                boolean own = field.getType() == String.class && isSecret(type, field.getName());
                holds |= !Modifier.isStatic(field.getModifiers()) && (own || holdsSecret(field.getType(), 4));
            }
            if (holds && !type.isRecord() && type.getMethod("toString").getDeclaringClass() != Object.class) {
                speaking.add(type.getName());
            }
        }

        assertThat(speaking).isEmpty();
    }
}
