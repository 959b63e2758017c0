package io.github.wininet4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.wininet4j.architecture.AbiStructures.Layout;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.CERT_CONTEXT;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.Structure;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Constants and structures agree with the headers, name by name and value by value (R-STRUCT, R-ERRN, R-OPTN, R-STAT,
 * R-HQ).
 */
final class AbiTablesTest {

    /** Structures without a class, and why. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "AutoProxyHelperVtbl", "a table of C functions that no function takes any more",
            "AutoProxyHelperFunctions", "a pointer to that table",
            "INTERNET_CACHE_CONFIG_PATH_ENTRY",
                    "the second and further paths of cache settings; the first is in the settings");

    /** Structures with Java's own content instead of the C fields, and why. */
    private static final Map<Class<?>, String> OF_JAVA = Map.of(
            CERT_CONTEXT.class, "crypt32's structure; holds Java's certificates and key",
            CERT_CHAIN_CONTEXT.class, "crypt32's structure; holds Java's certificates");

    /** Unions, each of whose alternatives is a field of its own. */
    private static final Map<String, List<String>> UNIONS = Map.of(
            "INTERNET_PER_CONN_OPTION.Value", List.of("dwValue", "pszValue", "ftValue"),
            "GOPHER_ATTRIBUTE_TYPE.AttributeType",
                    List.of(
                            "Admin",
                            "ModDate",
                            "Ttl",
                            "Score",
                            "ScoreRange",
                            "Site",
                            "Organization",
                            "Location",
                            "GeographicalLocation",
                            "TimeZone",
                            "Provider",
                            "Version",
                            "Abstract",
                            "View",
                            "Veronica",
                            "Ask",
                            "Unknown"));

    /** Fields that hold the size of their structure. */
    private static final Set<String> SIZE_FIELDS = Set.of("dwStructSize", "dwSize", "cbStruct", "dwGroupSize");

    @ParameterizedTest
    @ValueSource(strings = {"constants.tsv", "sdk-constants.tsv", "win32-constants.tsv"})
    void constants_ofATable_arePresentOnceWithTheirValue(String table) {
        Map<String, List<Integer>> facade = facadeConstants();

        for (Map<String, String> row : AbiTable.rows(table)) {
            int value = (int) Long.parseLong(row.get("value"));
            assertThat(facade.get(row.get("name"))).as(row.get("name")).containsExactly(value);
        }
    }

    @Test
    void constants_ofTheFacade_areKnownToExactlyOneTable() {
        List<String> known = Stream.of("constants.tsv", "sdk-constants.tsv", "win32-constants.tsv")
                .flatMap(table -> AbiTable.rows(table).stream())
                .map(row -> row.get("name"))
                .toList();

        assertThat(facadeConstants().keySet()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void constantClasses_canBeNeitherExtendedNorInstantiated() {
        for (Class<?> type : constantClasses()) {
            assertThat(Modifier.isFinal(type.getModifiers())).as(type.getName()).isTrue();
            assertThat(type.getConstructors()).as(type.getName()).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> structure_ofATable_hasTheFieldsInOrderAndTheSize() {
        return AbiStructures.all().entrySet().stream()
                .filter(entry -> !LEFT_OUT.containsKey(entry.getKey()))
                .map(entry ->
                        DynamicTest.dynamicTest(entry.getKey(), () -> assertLayout(entry.getKey(), entry.getValue())));
    }

    @Test
    void structures_leftOut_areInATableAndHaveNoClass() {
        assertThat(AbiStructures.all()).containsKeys(LEFT_OUT.keySet().toArray(String[]::new));
        assertThat(structureClasses().map(Class::getSimpleName)).doesNotContainAnyElementsOf(LEFT_OUT.keySet());
    }

    @Test
    void structures_ofTheFacade_areKnownToATable() {
        Set<String> known = AbiStructures.all().keySet();

        assertThat(structureClasses().filter(type -> !OF_JAVA.containsKey(type)).map(Class::getSimpleName))
                .isNotEmpty()
                .allMatch(known::contains, "is in a table");
    }

    @Test
    void moreStructs_repeatingAStructure_keepsItsFieldsAndSize() {
        Map<String, Layout> more = AbiStructures.of("more-structs.tsv");
        Map<String, Layout> repeated = new TreeMap<>(AbiStructures.of("structs.tsv"));
        repeated.keySet().retainAll(more.keySet());

        assertThat(repeated).isNotEmpty();
        repeated.forEach((name, layout) -> {
            assertThat(more.get(name).size()).as(name).isEqualTo(layout.size());
            assertThat(more.get(name).fields()).as(name).containsSubsequence(layout.fields());
        });
    }

    private static void assertLayout(String name, Layout layout) throws ReflectiveOperationException {
        Class<?> type = Class.forName(Layers.ROOT + ".type." + name);
        Structure structure = (Structure) type.getConstructor().newInstance();
        List<String> expected = layout.fields().stream()
                .flatMap(field -> UNIONS.getOrDefault(name + "." + field.name(), List.of(field.name())).stream())
                .toList();

        assertThat(fields(type).map(Field::getName)).containsExactlyElementsOf(expected);
        assertThat(structure.sizeof()).isEqualTo(layout.size());
        for (AbiStructures.Field field : layout.fields()) {
            if (!field.type().equals("union")) {
                Field javaField = type.getField(field.name());
                assertThat(javaField.getType().getSimpleName())
                        .as(field.type() + " " + field.name())
                        .isIn(javaTypes(field.type()));
                if (SIZE_FIELDS.contains(field.name())) {
                    assertThat(javaField.getInt(structure)).as(field.name()).isEqualTo(layout.size());
                }
            }
        }
    }

    private static List<String> javaTypes(String cType) {
        return switch (cType) {
            case "DWORD", "WORD", "INT", "int", "INTERNET_SCHEME", "INTERNET_PORT" -> List.of("int");
            case "DWORD_PTR" -> List.of("long");
            case "WINBOOL" -> List.of("boolean");
            case "FILETIME" -> List.of(FILETIME.class.getSimpleName());
            case "LPVOID" -> List.of("ByteBuffer");
            case "DWORD[GROUP_OWNER_STORAGE_SIZE]" -> List.of("int[]");
            case "PFN_AUTH_NOTIFY" -> List.of("AuthNotifyCallback");
            case "LPINTERNET_PER_CONN_OPTIONW" -> List.of("INTERNET_PER_CONN_OPTION[]");
            case "WININET_PROXY_INFO *" -> List.of("WININET_PROXY_INFO[]");
            case "struct _INTERNET_BUFFERSW *" -> List.of("INTERNET_BUFFERS");
            default -> isText(cType) ? List.of("String", "TextBuffer") : List.of("no Java type for " + cType);
        };
    }

    private static boolean isText(String cType) {
        return cType.endsWith("STR") || cType.startsWith("WCHAR[") || cType.equals("const char *");
    }

    /** The reflection of a class lists its fields as they are declared, on every JVM that runs these tests. */
    private static Stream<Field> fields(Class<?> type) {
        Stream<Field> inherited = type.getSuperclass() == Object.class ? Stream.empty() : fields(type.getSuperclass());
        Stream<Field> own = Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()) && !Modifier.isStatic(field.getModifiers()));
        return Stream.concat(inherited, own);
    }

    private static Map<String, List<Integer>> facadeConstants() {
        Map<String, List<Integer>> constants = new TreeMap<>();
        for (Class<?> type : constantClasses()) {
            for (Field field : type.getFields()) {
                constants
                        .computeIfAbsent(field.getName(), name -> new ArrayList<>())
                        .add(intOf(field));
            }
        }
        return constants;
    }

    private static int intOf(Field field) {
        try {
            return field.getInt(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Class<?>> constantClasses() {
        return classes("constant")
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    private static Stream<Class<?>> structureClasses() {
        return classes("type")
                .filter(type -> type.isAssignableTo(Structure.class) && !type.isInterface())
                .map(JavaClass::reflect);
    }

    private static Stream<JavaClass> classes(String packageName) {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(Layers.ROOT + "." + packageName)
                        .stream();
    }
}
