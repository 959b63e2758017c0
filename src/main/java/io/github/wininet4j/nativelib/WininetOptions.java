package io.github.wininet4j.nativelib;

import static java.util.Objects.requireNonNull;

import com.sun.jna.Function;
import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Platform;
import com.sun.jna.TypeMapper;
import com.sun.jna.win32.W32APIFunctionMapper;
import com.sun.jna.win32.W32APIOptions;
import java.util.Map;

/**
 * Options for {@link com.sun.jna.Native#load} with which a JNA mapping of wininet.dll runs on any system. They are
 * those of {@link W32APIOptions}, which make text as wide as {@code wchar_t} and calls those of Windows; neither is so
 * elsewhere. On Windows they are the same.
 */
public final class WininetOptions {
    /**
     * For the W functions. {@code String}, {@code WString}, {@code String[]} and {@code char[]} are UTF-16 where they
     * are parameters, {@code String} and {@code WString} also where they are results or members of structures;
     * {@code boolean} is a BOOL; a method has the function of its name with a W, or else of its name. A
     * {@code char[]} is copied back when the function returns.
     */
    public static final Map<String, Object> UNICODE_OPTIONS = Platform.isWindows()
            ? W32APIOptions.UNICODE_OPTIONS
            : options(new Utf16TypeMapper(), W32APIFunctionMapper.UNICODE);

    /** For the A functions: text in the encoding of JNA, names with an A. */
    public static final Map<String, Object> ASCII_OPTIONS = Platform.isWindows()
            ? W32APIOptions.ASCII_OPTIONS
            : options(new AnsiTypeMapper(), W32APIFunctionMapper.ASCII);

    private WininetOptions() {}

    private static Map<String, Object> options(TypeMapper types, FunctionMapper functions) {
        return Map.of(
                Library.OPTION_TYPE_MAPPER,
                types,
                Library.OPTION_FUNCTION_MAPPER,
                functions,
                // Else that of StdCallLibrary, which JNA refuses outside Windows.
                Library.OPTION_CALLING_CONVENTION,
                Function.C_CONVENTION);
    }

    static TypeMapper typeMapper() {
        return (TypeMapper) requireNonNull(UNICODE_OPTIONS.get(Library.OPTION_TYPE_MAPPER));
    }
}
