package io.github.wininet4j.nativelib.capi;

import io.github.wininet4j.annotation.OwnSize;
import io.github.wininet4j.function.Role;
import io.github.wininet4j.testing.TableFile;
import io.github.wininet4j.type.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the annotations of the facade say about every parameter of every C function, as a table for {@code
 * guard_test.c}: nothing there is concluded from a name.
 */
public final class GuardTable {
    private static final Pattern FUNCTION =
            Pattern.compile("(?m)^(?:FUNCTION0?\\(\\w+, \\w+, |PROCEDURE\\()(\\w+)([^)]*)\\)");
    /** Numbers of 64 bits of the facade that have 32 in this form. */
    private static final String DWORD_VARIABLE = "LPDWORD";

    /** The structures of C, with their suffixes. */
    private static final Set<String> STRUCTURES = Stream.of("structs.tsv", "more-structs.tsv", "sdk-structs.tsv")
            .flatMap(table -> TableFile.rows("/abi/" + table).stream())
            .map(row -> row[0])
            .collect(Collectors.toUnmodifiableSet());

    private GuardTable() {}

    /**
     * Writes the table.
     *
     * @param functions the C library's table of functions
     * @param to the file
     * @return how many parameters it describes
     * @throws IOException if a file cannot be read or written
     */
    public static int write(Path functions, Path to) throws IOException {
        StringBuilder table = new StringBuilder();
        int count = 0;
        for (MatchResult row :
                FUNCTION.matcher(Files.readString(functions)).results().toList()) {
            // Behind the name: type, parameter, type, parameter, ...
            List<String> words = Stream.of(row.group(2).split(",", -1))
                    .skip(1)
                    .map(String::strip)
                    .toList();
            List<String> rows = rows(row.group(1), words);
            if (!rows.isEmpty()) {
                table.append("static const struct guarded guarded_").append(row.group(1));
                table.append("[] = {\n").append(String.join("", rows)).append("};\n");
            }
            count += rows.size();
        }
        Files.writeString(to, table);
        return count;
    }

    private static List<String> rows(String name, List<String> words) {
        CFunction.Declared declared = CFunction.declared(name);
        if (declared == null) {
            // Nothing answers it, so nothing is looked at.
            return Stream.generate(() ->
                            "    {KIND_NUMBER, GOES_IN, 2, -1, BYTES_UNIT, UP_TO_NUL_IF_ZERO, -1, 0, -1, 0, 0, 0},\n")
                    .limit(words.size() / 2)
                    .toList();
        }
        List<Role> roles = Role.of(declared.wide());
        if (roles.size() * 2 != words.size()) {
            throw new IllegalStateException(name + " has other parameters than the facade");
        }
        return roles.stream()
                .map(role -> row(declared, role, words.get(2 * role.index())))
                .toList();
    }

    private static String row(CFunction.Declared declared, Role role, String cType) {
        Class<?> type = declared.method().getParameterTypes()[role.index()];
        boolean narrow = declared.isAnsi() && !declared.method().equals(declared.wide());
        boolean bytes = type == byte[].class || type == byte[][].class;
        Role.Size size = role.size();
        return "    {KIND_" + role.kind() + ", GOES_" + role.direction() + ", "
                + (bytes || narrow && isFormOfItsOwn(role) ? 1 : 2) + ", "
                + (size == null ? -1 : size.parameter()) + ", "
                + (size == null ? "BYTES_UNIT" : size.unit() + "_UNIT") + ", "
                + (size == null ? "UP_TO_NUL_IF_ZERO" : size.text().name()) + ", "
                + role.related() + ", " + role.capacity() + ", "
                + (role.condition() == null ? -1 : role.condition().parameter()) + ", "
                + (role.condition() == null ? 0 : role.condition().value()) + ", "
                + memory(role, cType, narrow) + ", " + (hasOwnSize(role) ? 1 : 0) + "},\n";
    }

    /** What has text in it, and so its own characters in an A form. */
    private static boolean isFormOfItsOwn(Role role) {
        return switch (role.kind()) {
            case HEADER_DATA, OPTION_DATA, BUFFERS, URL_PARTS -> true;
            default -> false;
        };
    }

    /** The size of what a pointer points to, in C. */
    private static String memory(Role role, String cType, boolean narrow) {
        return switch (role.kind()) {
            case FREED ->
                Structure.class.isAssignableFrom(role.type()) ? "sizeof(" + structure(role.type(), narrow) + ")" : "0";
            case STRUCTURE, PROXY_LIST -> "sizeof(" + structure(role.type(), narrow) + ")";
            case BUFFERS -> narrow ? "sizeof(INTERNET_BUFFERSA)" : "sizeof(INTERNET_BUFFERSW)";
            case URL_PARTS -> narrow ? "sizeof(URL_COMPONENTSA)" : "sizeof(URL_COMPONENTSW)";
            case SIZE_VARIABLE, DWORD_VARIABLE -> "sizeof(DWORD)";
            case WORD_VARIABLE -> "sizeof(WORD)";
            case LONG_VARIABLE -> cType.equals(DWORD_VARIABLE) ? "sizeof(DWORD)" : "8";
            case HANDLE_VARIABLE, LOCK_VARIABLE, ALLOCATED_TEXT, COOKIES, CERTIFICATE_CHAIN, DIALOG_DATA, MEMORY ->
                "sizeof(void *)";
            default -> "0";
        };
    }

    private static String structure(Class<?> wide, boolean narrow) {
        Class<?> form = narrow ? AnsiStructures.of(wide.asSubclass(Structure.class)) : wide;
        String name = form.getSimpleName();
        return form.equals(wide) && STRUCTURES.contains(name + "W") ? name + "W" : name;
    }

    private static boolean hasOwnSize(Role role) {
        Class<?> type = switch (role.kind()) {
            case STRUCTURE, BUFFERS, URL_PARTS -> role.type();
            default -> Object.class;
        };
        return Arrays.stream(type.getFields()).anyMatch(field -> field.isAnnotationPresent(OwnSize.class));
    }
}
