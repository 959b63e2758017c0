package io.github.wininet4j.function;

import io.github.wininet4j.type.StatusCallback;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a function says that it failed. */
public final class ReturnConvention {
    /** The functions whose return value is itself the error number (R-GEN-3, R-COOKIE2-1, R-COOKIE2-4). */
    private static final Set<String> RETURN_ERROR_NUMBER = Set.of(
            "InternetAttemptConnect",
            "InternetErrorDlg",
            "InternetConfirmZoneCrossing",
            "InternetDial",
            "InternetHangUp",
            "PrivacySetZonePreferenceW",
            "PrivacyGetZonePreferenceW",
            "InternetGetCookieEx2",
            "InternetSetCookieEx2");

    private static final Map<String, Object> SPECIAL = Map.of(
            "InternetSetStatusCallback", StatusCallback.INTERNET_INVALID_STATUS_CALLBACK,
            "InternetSetFilePointer", -1,
            "FtpGetFileSize", -1);

    private static final Map<Class<?>, Object> BY_TYPE = Map.of(boolean.class, false, int.class, 0, long.class, 0L);

    private ReturnConvention() {}

    /**
     * Tells whether a function returns the error number in place of setting the last error alone.
     *
     * @param function a function of the facade
     * @return true if its value is a Win32 error
     */
    public static boolean returnsErrorNumber(Method function) {
        return RETURN_ERROR_NUMBER.contains(wideName(function));
    }

    /**
     * Returns what a function returns when it fails.
     *
     * @param function a function of the facade
     * @return the value, null for handles
     */
    public static @Nullable Object failureValue(Method function) {
        Object special = SPECIAL.get(wideName(function));
        return special != null ? special : BY_TYPE.get(function.getReturnType());
    }

    /** An A function fails as the wide one does. */
    private static String wideName(Method function) {
        String name = function.getName();
        return name.endsWith("A") ? name.substring(0, name.length() - 1) : name;
    }
}
