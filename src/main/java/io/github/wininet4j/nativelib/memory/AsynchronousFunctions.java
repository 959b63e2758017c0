package io.github.wininet4j.nativelib.memory;

import java.lang.reflect.Method;
import java.util.Set;

/** Which functions can pend on the handle they are given (R-ASYNC). */
public final class AsynchronousFunctions {
    private static final Set<String> NAMES = Set.of(
            "InternetOpenUrl",
            "InternetReadFile",
            "InternetReadFileEx",
            "InternetQueryDataAvailable",
            "InternetSetFilePointer",
            "InternetWriteFile",
            "InternetFindNextFile",
            "HttpSendRequest",
            "HttpSendRequestEx",
            "HttpEndRequest");

    private AsynchronousFunctions() {}

    /**
     * Tells whether a function can pend.
     *
     * @param function a function of the facade, with its wide name
     * @return true if so
     */
    public static boolean contains(Method function) {
        return NAMES.contains(function.getName()) || function.getName().startsWith("Ftp");
    }
}
