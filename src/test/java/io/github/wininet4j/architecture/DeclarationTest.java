package io.github.wininet4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.annotation.Allocated;
import io.github.wininet4j.annotation.Ansi;
import io.github.wininet4j.annotation.ByValue;
import io.github.wininet4j.annotation.CanPend;
import io.github.wininet4j.annotation.Freed;
import io.github.wininet4j.annotation.GroupId;
import io.github.wininet4j.annotation.In;
import io.github.wininet4j.annotation.InOut;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.Port;
import io.github.wininet4j.annotation.Reserved;
import io.github.wininet4j.annotation.ReturnsError;
import io.github.wininet4j.annotation.Word;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.function.ReturnConvention;
import io.github.wininet4j.function.Role;
import io.github.wininet4j.function.Role.Kind;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The annotations of the facade say what the prototypes say, and the prototypes say what the annotations say. */
@Rule("R-GEN-1")
final class DeclarationTest {
    private static final Path FUNCTIONS = Path.of("native-stubs/include/wininet4j_functions.def");

    /** A row of the C library's table: what a function returns when there is no engine, and its name. */
    private static final Pattern FAILURE = Pattern.compile("(?m)^FUNCTION0?\\(\\w+, (\\w+), (\\w+)");

    private static final Pattern CONSTANT_POINTER = Pattern.compile("LPC.*|PC(STR|WSTR)|CONST .*");
    private static final Pattern NARROW_TEXT = Pattern.compile("L?PC?STR|LPSTR \\*");
    private static final Pattern SIZE_NAME =
            Pattern.compile("(l?pd?w?|d?w|c|l?pcb?|cb).*(Length|Len)|l?p?cb[A-Z].*|cch.*|lpdwSize|pcSiteNameSize");

    /** They are named like sizes, but no buffer has that size: counts of data received, and reserved parameters. */
    private static final Set<String> NO_SIZES =
            Set.of("lpcbRedirectUrl", "lpcbGroupAttributes", "cbGroupAttributes", "lpcbCacheConfigInfo", "cbBuffer");

    /** Types that tell their direction themselves. */
    private static final Set<Kind> IN_BY_TYPE = Set.of(
            Kind.NUMBER,
            Kind.TRUTH,
            Kind.POINTER_SIZED,
            Kind.GROUP_ID,
            Kind.WORD,
            Kind.HANDLE,
            Kind.TEXT,
            Kind.TEXTS,
            Kind.SIZE,
            Kind.STRUCTURE_BY_VALUE,
            Kind.CALLBACK,
            Kind.ENUMERATOR);

    private final Map<String, Method> facade = byName(WinInet.class);

    /** A parameter of the facade and its C type. */
    private record Declared(Method function, Parameter parameter, Role role, String cType) {
        boolean has(Class<? extends Annotation> annotation) {
            return parameter.isAnnotationPresent(annotation);
        }

        @Override
        public String toString() {
            return function.getName() + ": " + cType + " " + parameter.getName();
        }
    }

    private static Map<String, Method> byName(Class<?> type) {
        Map<String, Method> found = new HashMap<>();
        Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .forEach(method -> found.put(method.getName(), method));
        return found;
    }

    private List<Declared> declared() {
        List<Declared> all = new ArrayList<>();
        Prototypes.all().forEach((name, prototype) -> {
            Method function = facade.get(name);
            List<Role> roles = Role.of(function);
            for (Role role : roles) {
                all.add(new Declared(
                        function,
                        function.getParameters()[role.index()],
                        role,
                        prototype.parameters().get(role.index()).type()));
            }
        });
        assertThat(all).hasSizeGreaterThan(300);
        return all;
    }

    private void assertBothWays(Class<? extends Annotation> annotation, Predicate<Declared> table) {
        SoftAssertions softly = new SoftAssertions();
        for (Declared each : declared()) {
            softly.assertThat(each.has(annotation))
                    .as("@" + annotation.getSimpleName() + " on " + each)
                    .isEqualTo(table.test(each));
        }
        softly.assertAll();
    }

    @Test
    void port_isWhatThePrototypesCallAPort() {
        assertBothWays(Port.class, each -> each.cType.equals("INTERNET_PORT"));
    }

    @Test
    void word_isWhatThePrototypesCallAShortNumber() {
        assertBothWays(Word.class, each -> each.cType.equals("USHORT"));
    }

    @Test
    void groupId_isWhatThePrototypesCallAGroup() {
        assertBothWays(GroupId.class, each -> each.cType.equals("GROUPID"));
    }

    @Test
    void byValue_isAStructureWithoutPointer() {
        assertBothWays(ByValue.class, each -> each.cType.equals("FILETIME"));
    }

    @Test
    void ansi_isTextThatThePrototypesHaveInBytesOnly() {
        assertBothWays(Ansi.class, each -> NARROW_TEXT.matcher(each.cType).matches() && !hasWideForm(each));
    }

    /** Of these the table has a prototype with bytes and one with wide text under the plain name. */
    private static boolean hasWideForm(Declared each) {
        return each.function.getName().equals("DeleteUrlCacheEntry");
    }

    @Test
    void allocated_isAVariableForAnAddress() {
        assertBothWays(
                Allocated.class, each -> each.cType.equals("LPSTR *") || each.cType.equals("PCCERT_CHAIN_CONTEXT*"));
    }

    @Test
    void constantPointers_goIn_andVariablesDoNot() {
        for (Declared each : declared()) {
            boolean known = each.role.kind() != Kind.RESERVED;
            if (known && CONSTANT_POINTER.matcher(each.cType).matches()) {
                assertThat(each.role.direction()).as(each.toString()).isEqualTo(Role.Direction.IN);
            }
            if (known && isVariable(each.role.kind())) {
                assertThat(each.role.direction()).as(each.toString()).isNotEqualTo(Role.Direction.IN);
            }
            if (each.role.direction() == Role.Direction.IN && each.role.kind() == Kind.STRUCTURE) {
                assertThat(each.function.getName()).as(each.toString()).matches("(Internet)?(Set|TimeFrom).*");
            }
        }
    }

    private static boolean isVariable(Kind kind) {
        return kind.name().endsWith("_VARIABLE") || kind == Kind.TEXT_BUFFER || kind == Kind.ALLOCATED_TEXT;
    }

    @Test
    void direction_isStatedOnceWhereTheTypeDoesNotTellIt() {
        for (Method function : facade.values()) {
            for (Role role : Role.of(function)) {
                Parameter parameter = function.getParameters()[role.index()];
                long stated = Stream.of(In.class, Out.class, InOut.class, Reserved.class, Freed.class)
                        .filter(parameter::isAnnotationPresent)
                        .count();
                assertThat(stated)
                        .as(function.getName() + ": " + parameter)
                        .isEqualTo(IN_BY_TYPE.contains(role.kind()) ? 0 : 1);
            }
        }
    }

    @Test
    void size_isOfOneParameter_andEverySizeMeasuresOne() {
        for (Method function : facade.values()) {
            for (Role role : Role.of(function)) {
                String name = function.getParameters()[role.index()].getName();
                boolean isSize = role.kind() == Kind.SIZE || role.kind() == Kind.SIZE_VARIABLE;
                if (SIZE_NAME.matcher(name).matches() && !NO_SIZES.contains(name)) {
                    assertThat(isSize).as(function.getName() + ": " + name).isTrue();
                }
                if (isSize) {
                    assertThat(Role.of(function).get(role.related()).size())
                            .isNotNull()
                            .extracting(Role.Size::parameter)
                            .isEqualTo(role.index());
                }
            }
        }
    }

    @Test
    @Rule({"R-ASYNC-10", "R-ASYNC-11", "R-ASYNC-12", "R-ASYNC-13", "R-ASYNC-24", "R-WS-4"})
    void canPend_areTheFunctionsOfTheDocumentation() {
        Set<String> pending = new TreeSet<>();
        for (Method function : facade.values()) {
            if (function.isAnnotationPresent(CanPend.class)) {
                assertThat(function.getParameterTypes()[0]).isEqualTo(HINTERNET.class);
                pending.add(function.getName());
            }
        }

        assertThat(pending)
                .containsExactly(
                        "FtpCommand",
                        "FtpCreateDirectory",
                        "FtpDeleteFile",
                        "FtpFindFirstFile",
                        "FtpGetCurrentDirectory",
                        "FtpGetFile",
                        "FtpGetFileEx",
                        "FtpGetFileSize",
                        "FtpOpenFile",
                        "FtpPutFile",
                        "FtpPutFileEx",
                        "FtpRemoveDirectory",
                        "FtpRenameFile",
                        "FtpSetCurrentDirectory",
                        "GopherFindFirstFile",
                        "GopherOpenFile",
                        "HttpEndRequest",
                        "HttpSendRequest",
                        "HttpSendRequestEx",
                        "HttpWebSocketClose",
                        "HttpWebSocketReceive",
                        "HttpWebSocketSend",
                        "HttpWebSocketShutdown",
                        "InternetConnect",
                        "InternetFindNextFile",
                        "InternetOpenUrl",
                        "InternetQueryDataAvailable",
                        "InternetReadFile",
                        "InternetReadFileEx",
                        "InternetWriteFile");
    }

    @Test
    @Rule({"R-GEN-3", "R-COOKIE2-1", "R-COOKIE2-4"})
    void failureValue_isThatOfTheCLibrary() throws IOException {
        Map<String, Method> ansi = byName(AnsiWinInet.class);
        Matcher rows = FAILURE.matcher(Files.readString(FUNCTIONS));
        int compared = 0;
        for (MatchResult row : rows.results().toList()) {
            Method function = find(row.group(2), ansi);
            if (function != null) {
                int error = WinInetError.ERROR_INTERNET_INTERNAL_ERROR;
                assertThat(ReturnConvention.failureValue(function, error))
                        .as(row.group())
                        .isEqualTo(failure(row.group(1), function.getReturnType()));
                assertThat(function.isAnnotationPresent(ReturnsError.class))
                        .as(row.group())
                        .isEqualTo(row.group(1).equals("ERROR_INTERNET_INTERNAL_ERROR"));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(150);
    }

    private Method find(String name, Map<String, Method> ansi) {
        for (String each : List.of(name, name + "A", name.replaceFirst("W$", ""))) {
            Method found = ansi.getOrDefault(each, facade.get(each));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Object failure(String text, Class<?> type) {
        return switch (text) {
            case "FALSE" -> false;
            case "NULL" -> null;
            case "INTERNET_INVALID_STATUS_CALLBACK" -> StatusCallback.INTERNET_INVALID_STATUS_CALLBACK;
            case "INVALID_SET_FILE_POINTER", "INVALID_FILE_SIZE" -> -1;
            case "ERROR_INTERNET_INTERNAL_ERROR" -> WinInetError.ERROR_INTERNET_INTERNAL_ERROR;
            default -> type == long.class ? (Object) Long.valueOf(text) : Integer.valueOf(text);
        };
    }
}
