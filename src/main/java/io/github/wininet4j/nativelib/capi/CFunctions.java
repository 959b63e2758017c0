package io.github.wininet4j.nativelib.capi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.ansi.AnsiBorder;
import io.github.wininet4j.function.FamilyRouter.Border;
import io.github.wininet4j.nativelib.memory.PendingResults;
import io.github.wininet4j.type.HINTERNET;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The functions of the library by index; each is made when C calls it first. */
final class CFunctions {
    private final String[] names;
    private final AtomicReferenceArray<@Nullable CFunction> made;
    private final WinInet wide;
    private final Border ansi;
    private final PendingResults<HINTERNET> pending = new PendingResults<>();

    /**
     * Takes the names of the library.
     *
     * @param names all functions in the order of their indexes, separated by line feeds, the first after one
     * @param wide what answers
     */
    CFunctions(String names, WinInet wide) {
        this.names = names.strip().split("\n", -1);
        this.made = new AtomicReferenceArray<>(this.names.length);
        this.wide = wide;
        this.ansi = AnsiBorder.over(wide);
    }

    /** Returns a function, or null if nothing answers it. */
    @Nullable
    CFunction get(int index) {
        CFunction known = made.get(index);
        if (known != null) {
            return known;
        }
        // Two threads may make it; whichever is used, it does the same.
        CFunction function = CFunction.of(names[index], wide, ansi, pending);
        made.set(index, function);
        return function;
    }
}
