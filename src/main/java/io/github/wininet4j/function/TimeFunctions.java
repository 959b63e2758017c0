package io.github.wininet4j.function;

import io.github.wininet4j.type.SYSTEMTIME;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public interface TimeFunctions {
    /** TODO-DOC */
    boolean InternetTimeFromSystemTime(@Nullable SYSTEMTIME pst, int dwRFC, @Nullable TextBuffer lpszTime, int cbTime);

    /** TODO-DOC */
    boolean InternetTimeToSystemTime(@Nullable String lpszTime, @Nullable SYSTEMTIME pst, int dwReserved);
}
