package io.github.wininet4j.nativelib;

import io.github.wininet4j.nativelib.memory.Results;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A handle of the library, from its making to its end. All fields are guarded by the lock of {@link HandleCallbacks}.
 */
final class KnownHandle {
    final long number;
    final @Nullable KnownHandle parent;

    /** Whether the library has reported its creation, and so will report its end if it has a callback then. */
    boolean announced;

    /** What it has for a callback. */
    @Nullable
    StatusFunction function;

    /** Whether a call that closes it has begun. */
    boolean closing;

    /** An earlier handle of the same number whose end has yet to be reported. */
    @Nullable
    KnownHandle former;

    private @Nullable Set<KnownHandle> children;

    /**
     * Calls that pend until a handle below this one is made. Which of several has completed is unknown, so none is
     * finished before all have completed.
     */
    private final List<Results> opening = new ArrayList<>(0);

    private int opened;

    KnownHandle(long number, @Nullable KnownHandle parent, @Nullable StatusFunction function) {
        this.number = number;
        this.parent = parent;
        this.function = function;
    }

    void addChild(KnownHandle child) {
        if (children == null) {
            children = new LinkedHashSet<>();
        }
        children.add(child);
    }

    void removeChild(KnownHandle child) {
        if (children != null) {
            children.remove(child);
        }
    }

    /** Adds itself and all below it to a list, parents first. */
    void addTreeTo(List<KnownHandle> found) {
        found.add(this);
        if (children != null) {
            children.forEach(child -> child.addTreeTo(found));
        }
    }

    void beginOpening(Results results) {
        opening.add(results);
    }

    /**
     * Takes back {@link #beginOpening} for a call that did not pend.
     *
     * @return the calls that are over, if no other pends
     */
    List<Results> withdrawOpening(Results results) {
        opening.remove(results);
        return over();
    }

    boolean isOpening() {
        return !opening.isEmpty();
    }

    /**
     * Counts a call of {@link #beginOpening} that has completed.
     *
     * @return the calls that are over, if that was the last one
     */
    List<Results> endOpening() {
        opened++;
        return over();
    }

    private List<Results> over() {
        if (opened < opening.size()) {
            return List.of();
        }
        List<Results> over = List.copyOf(opening);
        opening.clear();
        opened = 0;
        return over;
    }
}
