package io.github.wininet4j.engine.cache.api;

import static java.util.Objects.requireNonNull;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.storage.Interruption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What the file system refuses, as the errors of the cache functions (R-CENT-11). */
final class StoreFailure {
    private StoreFailure() {}

    /** Does work on the store; an interrupt that was there waits until its end (R-PROJ-CACHE-24). */
    static <T> T translated(Interruption.Work<T> work) {
        try {
            return Interruption.postponed(work);
        } catch (IOException e) {
            throw new WinInetFailure(code(e), e);
        } catch (UncheckedIOException e) {
            throw new WinInetFailure(code(requireNonNull(e.getCause())), e);
        } catch (InvalidPathException e) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_NAME, e);
        }
    }

    private static int code(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return Win32Error.ERROR_FILE_NOT_FOUND;
        }
        if (failure instanceof AccessDeniedException) {
            return Win32Error.ERROR_ACCESS_DENIED;
        }
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        // The JDK has no kind of its own for a full disk.
        return text.contains("no space left") || text.contains("not enough space")
                ? Win32Error.ERROR_DISK_FULL
                : WinInetError.ERROR_INTERNET_UNABLE_TO_CACHE_FILE;
    }
}
