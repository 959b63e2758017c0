package io.github.wininet4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.ansi.GOPHER_FIND_DATAA;
import io.github.wininet4j.ansi.INTERNET_BUFFERSA;
import io.github.wininet4j.ansi.INTERNET_CACHE_CONFIG_INFOA;
import io.github.wininet4j.ansi.INTERNET_CACHE_ENTRY_INFOA;
import io.github.wininet4j.ansi.INTERNET_CACHE_GROUP_INFOA;
import io.github.wininet4j.ansi.INTERNET_CERTIFICATE_INFOA;
import io.github.wininet4j.ansi.INTERNET_PER_CONN_OPTIONA;
import io.github.wininet4j.ansi.INTERNET_PER_CONN_OPTION_LISTA;
import io.github.wininet4j.ansi.INTERNET_PROXY_INFOA;
import io.github.wininet4j.ansi.URL_COMPONENTSA;
import io.github.wininet4j.ansi.WIN32_FIND_DATAA;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TableFile;
import io.github.wininet4j.type.Structure;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The A functions and structures are those of the header. */
@Rule("R-GEN-1")
final class AnsiShapeTest {
    /** How a C parameter or result may look in Java. */
    private static final Map<String, List<String>> TYPES = Map.ofEntries(
            entry("BOOL", List.of("boolean")),
            entry("WINBOOL", List.of("boolean")),
            entry("DWORD", List.of("int")),
            entry("unsigned __LONG32", List.of("int")),
            entry("INTERNET_PORT", List.of("int")),
            entry("DWORD_PTR", List.of("long")),
            entry("GROUPID", List.of("long")),
            entry("HWND", List.of("long")),
            entry("LPCSTR", List.of("byte[]")),
            entry("PCSTR", List.of("byte[]")),
            entry("LPSTR *", List.of("AnsiBuffer")),
            entry("LPCWSTR", List.of("String")),
            entry("int", List.of("int")),
            entry("INTERNET_SCHEME", List.of("int")),
            entry("HINSTANCE", List.of("long")),
            entry("LPSTR", List.of("byte[]")),
            entry("LPCSTR *", List.of("byte[][]")),
            entry("LPBYTE", List.of("ByteBuffer", "byte[]")),
            entry("LPVOID", List.of("LPVOID", "ByteBuffer")),
            entry("LPDWORD", List.of("DwordRef")),
            entry("PDWORD", List.of("DwordRef")),
            entry("DWORD*", List.of("DwordRef")),
            entry("unsigned __LONG32 *", List.of("DwordRef")),
            entry("DWORD_PTR *", List.of("LongRef")),
            entry("PDWORDLONG", List.of("LongRef")),
            entry("HINTERNET", List.of("HINTERNET")),
            entry("HINTERNET *", List.of("HandleRef")),
            entry("HANDLE", List.of("HANDLE")),
            entry("FILETIME", List.of("FILETIME")),
            entry("FILETIME*", List.of("FILETIME")),
            entry("CONST SYSTEMTIME *", List.of("SYSTEMTIME")),
            entry("PCCERT_CHAIN_CONTEXT*", List.of("CERT_CHAIN_CONTEXT")),
            entry("INTERNET_STATUS_CALLBACK", List.of("StatusCallback")),
            entry("GOPHER_ATTRIBUTE_ENUMERATOR", List.of("GopherAttributeEnumerator")));

    private static final List<Class<? extends Structure>> STRUCTURES = List.of(
            URL_COMPONENTSA.class,
            INTERNET_BUFFERSA.class,
            INTERNET_PER_CONN_OPTIONA.class,
            INTERNET_PER_CONN_OPTION_LISTA.class,
            INTERNET_CACHE_ENTRY_INFOA.class,
            INTERNET_CACHE_GROUP_INFOA.class,
            GOPHER_FIND_DATAA.class);

    /** Written {@code LPCTSTR} in the header: the same declaration for A and W. */
    private static final Map<String, Class<? extends Structure>> WITHOUT_SUFFIX = Map.of(
            "INTERNET_PROXY_INFO", INTERNET_PROXY_INFOA.class,
            "INTERNET_CERTIFICATE_INFO", INTERNET_CERTIFICATE_INFOA.class);

    private static final Pattern ANSI_TEXT = Pattern.compile("\\bL?PC?STR\\b");

    /** A parameter as the header declares it; the name is empty where the header has none. */
    private record Declared(String type, String name) {}

    /** A field or the whole of a structure. */
    private record Layout(List<String> fields, int size) {}

    @Test
    void ansiWinInet_hasEveryFunctionOfTheHeaderWithSuffixA_andThoseThatAreAnsiOnly() {
        assertThat(methods().keySet()).isEqualTo(functions().keySet());
    }

    @Test
    void ansiFunction_hasTheParametersOfTheHeader() {
        Map<String, Method> methods = methods();
        List<String> problems = new ArrayList<>();
        functions().forEach((name, row) -> {
            Method method = methods.get(name);
            List<Declared> declared = declared(row[2]);
            Parameter[] parameters = method.getParameters();
            if (parameters.length != declared.size()) {
                problems.add(name + " has " + parameters.length + " parameters");
                return;
            }
            if (!matches(row[1], method.getReturnType())) {
                problems.add(name + " returns " + method.getReturnType());
            }
            for (int i = 0; i < parameters.length; i++) {
                Declared wanted = declared.get(i);
                boolean sameName = wanted.name.isEmpty() || wanted.name.equals(parameters[i].getName());
                if (!sameName || !matches(wanted.type, parameters[i].getType())) {
                    problems.add(name + ": " + parameters[i] + " instead of " + wanted);
                }
            }
        });
        assertThat(problems).isEmpty();
    }

    @Test
    @Rule({
        "R-STRUCT-2",
        "R-STRUCT-3",
        "R-STRUCT-4",
        "R-STRUCT-5",
        "R-STRUCT-6",
        "R-STRUCT-7",
        "R-STRUCT-8",
        "R-STRUCT-11",
        "R-STRUCT-13"
    })
    void ansiStructure_hasTheFieldsAndSizeOfTheHeader() throws ReflectiveOperationException {
        Map<String, Layout> layouts = layouts();
        Map<String, Class<? extends Structure>> all = new HashMap<>(WITHOUT_SUFFIX);
        STRUCTURES.forEach(type -> all.put(type.getSimpleName(), type));
        for (Map.Entry<String, Class<? extends Structure>> each : all.entrySet()) {
            Layout wanted = layouts.get(each.getKey());
            List<String> fields = fields(each.getValue());
            // The union of a connection option is three fields.
            fields.replaceAll(field -> field.equals("dwValue") ? "Value" : field);
            assertThat(fields).as(each.getKey()).containsSubsequence(wanted.fields);
            assertThat(each.getValue().getConstructor().newInstance().sizeof())
                    .as(each.getKey())
                    .isEqualTo(wanted.size);
        }
    }

    @Test
    void structuresOfOtherHeaders_haveTheirSize() {
        assertThat(new WIN32_FIND_DATAA().sizeof()).isEqualTo(320);
        assertThat(new INTERNET_CACHE_CONFIG_INFOA().sizeof()).isEqualTo(300);
    }

    private static Map<String, Method> methods() {
        Map<String, Method> methods = new TreeMap<>();
        for (Method method : AnsiWinInet.class.getMethods()) {
            boolean ofOurs =
                    Modifier.isStatic(method.getModifiers()) || method.getName().equals("wide");
            if (!ofOurs) {
                assertThat(methods.put(method.getName(), method))
                        .as("overload of " + method)
                        .isNull();
            }
        }
        return methods;
    }

    private static Map<String, String[]> functions() {
        Map<String, String[]> all = new TreeMap<>();
        for (String[] row : TableFile.rows("/abi/functions.tsv")) {
            all.put(row[0], row);
        }
        Map<String, String[]> functions = new TreeMap<>(all);
        functions.values().removeIf(row -> !row[0].endsWith("A") && !isAnsiOnly(row, all.keySet()));
        return functions;
    }

    /** A plain name beside A and W is the A function; without them it is a function of its own. */
    private static boolean isAnsiOnly(String[] row, Set<String> names) {
        boolean hasAnsiText = ANSI_TEXT.matcher(row[2]).find();
        return hasAnsiText && !names.contains(row[0] + "A") && !names.contains(row[0] + "W");
    }

    private static List<Declared> declared(String parameters) {
        List<Declared> all = new ArrayList<>();
        for (String each : parameters.split(",")) {
            String text = each.strip();
            int name = text.length();
            while (name > 0 && Character.isJavaIdentifierPart(text.charAt(name - 1))) {
                name--;
            }
            boolean named = name > 0 && name < text.length();
            all.add(
                    named
                            ? new Declared(text.substring(0, name).strip(), text.substring(name))
                            : new Declared(text, ""));
        }
        return all;
    }

    private static boolean matches(String c, Class<?> java) {
        List<String> allowed = TYPES.get(c);
        return allowed == null
                ? c.replaceFirst("^LP", "").replace(" *", "").equals(java.getSimpleName())
                : allowed.contains(java == ByteBuffer.class ? "ByteBuffer" : java.getSimpleName());
    }

    private static Map<String, Layout> layouts() {
        Map<String, Layout> layouts = new LinkedHashMap<>();
        for (String[] row : TableFile.rows("/abi/structs.tsv")) {
            if (row[2].equals("struct") && row[1].isEmpty()) {
                layouts.put(row[0], new Layout(new ArrayList<>(), Integer.parseInt(row[4])));
            } else if (layouts.containsKey(row[0])) {
                layouts.get(row[0]).fields.add(row[1]);
            }
        }
        return layouts;
    }

    private static List<String> fields(Class<?> type) {
        return new ArrayList<>(Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .map(Field::getName)
                .toList());
    }
}
