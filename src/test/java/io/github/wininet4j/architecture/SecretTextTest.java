package io.github.wininet4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The text of an object ends up in messages: no record with a password or a cookie's value prints it. */
final class SecretTextTest {
    private static final String SECRET = "Gehe1mnis";

    @TestFactory
    Stream<DynamicTest> toString_ofARecordWithASecret_leavesItOut() {
        List<DynamicTest> tests = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(Layers.ROOT).stream()
                        .filter(JavaClass::isRecord)
                        .map(SecretTextTest::load)
                        .filter(type ->
                                Arrays.stream(type.getRecordComponents()).anyMatch(SecretTextTest::isSecret))
                        .map(type -> DynamicTest.dynamicTest(
                                type.getName(), () -> assertThat(textOf(type)).doesNotContain(SECRET)))
                        .toList();
        assertThat(tests).hasSizeGreaterThan(8);
        return tests.stream();
    }

    private static Class<?> load(JavaClass type) {
        try {
            return Class.forName(type.getName(), false, SecretTextTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSecret(RecordComponent component) {
        String name = component.getName().toLowerCase(Locale.ROOT);
        String owner = component.getDeclaringRecord().getPackageName();
        return component.getType() == String.class
                && (name.endsWith("password")
                        || (name.equals("headers") && owner.contains(".engine."))
                        || (name.equals("value") && owner.endsWith(".cookie"))
                        || (name.equals("key") && owner.endsWith(".auth")));
    }

    private static String textOf(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = isSecret(components[i]) ? SECRET : plain(types[i]);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values).toString();
    }

    private static Object plain(Class<?> type) {
        if (type == String.class) {
            return "plain";
        }
        if (type.isAssignableFrom(List.class)) {
            return List.of();
        }
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }
}
