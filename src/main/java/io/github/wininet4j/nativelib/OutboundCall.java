package io.github.wininet4j.nativelib;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import io.github.wininet4j.nativelib.memory.Arena;
import io.github.wininet4j.nativelib.memory.ForeignMemory;
import io.github.wininet4j.nativelib.memory.Results;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call into the library: the C memory of its arguments, and what has to be moved back to the caller's objects when
 * it is over.
 */
final class OutboundCall {
    private final Arena arena = Arena.owned();
    private final Results results = new Results();
    private final WinInetLibrary library;
    private final @Nullable Object[] passed;
    private @Nullable Object result;

    OutboundCall(WinInetLibrary library, int parameters) {
        this.library = library;
        this.passed = new Object[parameters];
        results.atEnd(arena::release);
    }

    /** Makes the C arguments, from left to right. */
    @Nullable
    Object[] pass(List<ToNative> converters, @Nullable Object[] arguments) {
        for (int i = 0; i < passed.length; i++) {
            passed[i] = converters.get(i).pass(arguments, i, this);
        }
        return passed;
    }

    /** Returns a C argument further left. */
    @Nullable
    Object passed(int index) {
        return passed[index];
    }

    /** Frees the array that {@code InternetGetCookieEx2} made. */
    void free(Pointer cookies, int count) {
        Function function = library.find("InternetFreeCookies");
        if (function != null) {
            function.invokeVoid(new Object[] {cookies, count});
        }
    }

    /** Frees what {@code InternetGetProxyForUrl} put into a list. */
    void freeProxyList(Pointer list) {
        Function function = library.find("InternetFreeProxyInfoList");
        if (function != null) {
            function.invokeVoid(new Object[] {list});
        }
    }

    /** Frees memory that the library has allocated for its caller. */
    void free(long address) {
        library.free(address);
    }

    WinInetLibrary library() {
        return library;
    }

    /** Returns how to follow pointers that the library has made. */
    ForeignMemory foreign() {
        return library.memory();
    }

    /** Returns, while results are moved, whether the call succeeded. */
    boolean succeeded() {
        return results.succeeded();
    }

    /** Remembers what the function returned, before results are moved. */
    void returned(@Nullable Object value) {
        result = value;
    }

    /** Returns, while results are moved, what the function returned. */
    @Nullable
    Object result() {
        return result;
    }

    Arena arena() {
        return arena;
    }

    Pointer allocate(long size) {
        return arena.allocate(size);
    }

    /** Remembers what to do with the results. */
    void onCompletion(Runnable move) {
        results.add(move);
    }

    Results results() {
        return results;
    }
}
