package io.github.wininet4j.architecture;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.wininet4j.WinInet;
import io.github.wininet4j.architecture.Prototypes.Parameter;
import io.github.wininet4j.architecture.Prototypes.Prototype;
import io.github.wininet4j.function.SessionFunctions;
import io.github.wininet4j.type.CookiesRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.GopherAttributeEnumerator;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LockRef;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.StatusCallback;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.WordRef;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The facade mirrors the C functions: every name once, parameters as in the prototypes, a closed set of types
 * (R-GEN-1).
 */
final class FacadeShapeTest {

    /** What may cross the facade besides structures. One more type here is one more case in every binding. */
    private static final Set<Class<?>> TYPES = Set.of(
            void.class,
            boolean.class,
            int.class,
            long.class,
            String.class,
            String[].class,
            ByteBuffer.class,
            HINTERNET.class,
            HANDLE.class,
            LPVOID.class,
            TextBuffer.class,
            DwordRef.class,
            LongRef.class,
            WordRef.class,
            HandleRef.class,
            LockRef.class,
            CookiesRef.class,
            StatusCallback.class,
            GopherAttributeEnumerator.class);

    /** Functions that the table of wininet.h and winineti.h does not have, and where they come from. */
    private static final Map<String, String> NOT_IN_THE_TABLE = Map.of(
            "InternetGetCookieEx2", "documented, newer than the header (R-COOKIE2-1)",
            "InternetSetCookieEx2", "documented, newer than the header (R-COOKIE2-4)",
            "InternetFreeCookies", "documented, newer than the header (R-COOKIE2-2)",
            "InternetGetProxyForUrl", "newer than the header (R-PROXY-38)",
            "InternetFreeProxyInfoList", "newer than the header (R-PROXY-38)",
            "HttpIsHostHstsEnabled", "newer than the header (R-H2-13)",
            "GetLastError", "kernel32; every caller needs it (R-GEN-2)",
            "SetLastError", "kernel32; every caller needs it (R-GEN-2)");

    private final Map<String, Method> facade = Arrays.stream(WinInet.class.getMethods())
            .collect(toMap(Method::getName, method -> method, (one, other) -> {
                throw new AssertionError("overloaded: " + one + " and " + other);
            }));

    @Test
    void facade_hasNoOverloads() {
        assertThat(facade).hasSameSizeAs(WinInet.class.getMethods());
    }

    @Test
    void winInet_declaresNoFunctionItself() {
        assertThat(WinInet.class.getDeclaredMethods()).isEmpty();
    }

    @Test
    void families_areExactlyWhatWinInetGathers() {
        Set<Class<?>> families = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(SessionFunctions.class.getPackageName())
                        .stream()
                        .filter(DependencyRulesTest::isFamily)
                        .map(JavaClass::reflect)
                        .collect(toSet());

        assertThat(WinInet.class.getInterfaces()).containsExactlyInAnyOrderElementsOf(families);
    }

    @Test
    void function_isDeclaredInOneFamilyOnly() {
        List<String> declared = Arrays.stream(WinInet.class.getInterfaces())
                .flatMap(family -> Arrays.stream(family.getDeclaredMethods()))
                .map(Method::getName)
                .toList();

        assertThat(declared).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(facade.keySet());
    }

    @Test
    void facade_hasEveryFunctionOfTheTableAndNoOther() {
        Stream<String> expected = Stream.concat(Prototypes.all().keySet().stream(), NOT_IN_THE_TABLE.keySet().stream());

        assertThat(facade.keySet()).containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    @Test
    void facade_usesAClosedSetOfTypes() {
        Stream<Class<?>> used = facade.values().stream()
                .flatMap(method ->
                        Stream.concat(Stream.of(method.getReturnType()), Arrays.stream(method.getParameterTypes())));

        assertThat(used).allMatch(type -> TYPES.contains(type) || isStructure(type), "is in the list or a structure");
    }

    @TestFactory
    Stream<DynamicTest> function_hasTheParametersOfItsPrototype() {
        return Prototypes.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> assertPrototype(facade.get(entry.getKey()), entry.getValue())));
    }

    @Test
    void parameters_thatAreObjects_mayBeNull() {
        for (Method method : facade.values()) {
            for (AnnotatedType type : method.getAnnotatedParameterTypes()) {
                if (!(type.getType() instanceof Class<?> raw && raw.isPrimitive())) {
                    assertThat(type.isAnnotationPresent(Nullable.class))
                            .as("@Nullable on " + method.getName() + ": " + type)
                            .isTrue();
                }
            }
        }
    }

    private static void assertPrototype(Method method, Prototype prototype) {
        var parameters = method.getParameters();
        assertThat(parameters).hasSameSizeAs(prototype.parameters());
        assertThat(method.getReturnType().getSimpleName()).isIn(CTypes.returned(prototype.returns()));
        for (int i = 0; i < parameters.length; i++) {
            Parameter expected = prototype.parameters().get(i);
            assertThat(parameters[i].getType().getSimpleName())
                    .as(expected.toString())
                    .isIn(CTypes.passed(expected.type()));
            if (expected.name() != null) {
                assertThat(parameters[i].getName()).isEqualTo(expected.name());
            }
        }
    }

    private static boolean isStructure(Class<?> type) {
        return Structure.class.isAssignableFrom(type) && type != Structure.class;
    }
}
