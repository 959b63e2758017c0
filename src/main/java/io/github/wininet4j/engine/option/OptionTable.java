package io.github.wininet4j.engine.option;

import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.work.Lazy;
import io.github.wininet4j.logging.SafeLogger;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LPVOID;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every option, and the one place that answers for all of them what is wrong with a call: unknown option, wrong handle,
 * wrong direction, wrong length (R-OPT). What the options are stands in rows beside the objects that have them.
 */
public final class OptionTable {
    private static final SafeLogger LOG = SafeLogger.of(OptionTable.class);

    private final Lazy<SortedMap<Integer, List<OptionRow<?, ?>>>> rows;

    /**
     * Creates the table; it is filled when the first option is asked for, since many programs use none.
     *
     * @param source makes the rows; where several of one option cover a target, the first counts
     */
    public OptionTable(Supplier<? extends Collection<? extends OptionRow<?, ?>>> source) {
        this.rows = new Lazy<>(() -> table(source.get()));
    }

    private static SortedMap<Integer, List<OptionRow<?, ?>>> table(Collection<? extends OptionRow<?, ?>> all) {
        SortedMap<Integer, List<OptionRow<?, ?>>> rows = new TreeMap<>();
        for (OptionRow<?, ?> row : all) {
            List<OptionRow<?, ?>> same = rows.computeIfAbsent(row.id(), id -> new ArrayList<>(2));
            if (same.stream().anyMatch(other -> other.owner().equals(row.owner()))) {
                throw new IllegalStateException("two rows for " + row.name() + " of " + row.owner());
            }
            same.add(row);
        }
        return Collections.unmodifiableSortedMap(rows);
    }

    /** Returns all rows by number, in ascending order. */
    public SortedMap<Integer, List<OptionRow<?, ?>>> rows() {
        return rows.get();
    }

    /**
     * Answers InternetQueryOption.
     *
     * @param target the node of the handle, or what stands for the NULL handle
     * @param option the number
     * @param buffer the caller's memory, or null
     * @param length in bytes before, by the codec's protocol afterwards; 0 after a failure that is not about lengths
     * @throws WinInetFailure {@code ERROR_INTERNET_INVALID_OPTION} for a number that is unknown or cannot be queried
     *     (R-OPT-8); {@code ERROR_INTERNET_INCORRECT_HANDLE_TYPE} for another owner's option (R-OPT-10);
     *     {@code ERROR_INVALID_PARAMETER} without a length; what the codec or the option itself throws
     */
    public void query(Object target, int option, @Nullable LPVOID buffer, @Nullable DwordRef length) {
        List<OptionRow<?, ?>> candidates = require(option);
        if (length == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        OptionRow<?, ?> row = find(candidates, target);
        if (row == null) {
            // 0 for the NULL handle, the size of the type for a wrong one (R-OPT-11).
            length.value =
                    target instanceof HandleNode ? candidates.get(0).codec().size() : 0;
            throw wrongHandle();
        }
        row.query(target, buffer, length);
    }

    /**
     * Does InternetSetOption.
     *
     * @param target the node of the handle, or what stands for the NULL handle
     * @param option the number
     * @param buffer the caller's memory, or null
     * @param length characters for text, bytes for all else (R-OPT-3)
     * @throws WinInetFailure {@code ERROR_INTERNET_INVALID_OPTION} for an unknown number (R-OPT-8);
     *     {@code ERROR_INTERNET_INCORRECT_HANDLE_TYPE} for another owner's option (R-OPT-10);
     *     {@code ERROR_INTERNET_OPTION_NOT_SETTABLE} for one that can only be queried (R-OPT-9); what the codec or the
     *     option throws
     */
    public void set(Object target, int option, @Nullable LPVOID buffer, int length) {
        OptionRow<?, ?> row = find(require(option), target);
        if (row == null) {
            throw wrongHandle();
        }
        row.set(target, buffer, length);
        if (row.support() == OptionSupport.WITHOUT_EFFECT) {
            LOG.log(Level.DEBUG, () -> row.name() + " is accepted without effect");
        }
    }

    private List<OptionRow<?, ?>> require(int option) {
        List<OptionRow<?, ?>> found = rows().get(option);
        if (found == null) {
            LOG.log(Level.DEBUG, () -> "unknown option " + InternetOption.name(option));
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_OPTION);
        }
        return found;
    }

    private static @Nullable OptionRow<?, ?> find(List<OptionRow<?, ?>> candidates, Object target) {
        for (OptionRow<?, ?> row : candidates) {
            if (row.owner().covers(target)) {
                return row;
            }
        }
        return null;
    }

    private static WinInetFailure wrongHandle() {
        return new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
    }
}
