package io.github.wininet4j.engine.option;

import static java.util.Objects.requireNonNullElse;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes rows of the kinds that occur more than once. */
public final class OptionRows {
    private OptionRows() {}

    /**
     * A row for a text that reads as "" while there is none (R-OPT-6).
     *
     * @param <T> the type of the owner
     * @param id the number of the option
     * @param owner who has it
     * @param getter reads it
     * @param setter changes it
     * @return the row
     */
    public static <T> OptionRow<T, String> text(
            int id, OptionOwner<T> owner, Function<T, @Nullable String> getter, BiConsumer<T, String> setter) {
        return OptionRow.of(id, owner, OptionCodecs.TEXT)
                .get(target -> requireNonNullElse(getter.apply(target), ""))
                .set(setter);
    }

    /**
     * A row for a value that a handle inherits from its parent (R-HANDLE-24).
     *
     * @param <T> the type of the owner
     * @param id the number of the option
     * @param owner who has it
     * @param codec its C type
     * @param setting where it is kept
     * @return a row that can be queried and set
     */
    public static <T extends SettingsNode> OptionRow<T, Integer> setting(
            int id, OptionOwner<T> owner, OptionCodec<Integer> codec, DwordSetting setting) {
        return OptionRow.of(id, owner, codec)
                .get(node -> node.setting(setting))
                .set((node, value) -> node.set(setting, value));
    }

    /**
     * Checks a value made of bits.
     *
     * @param value the value
     * @param known the bits that have a meaning
     * @return the value
     * @throws WinInetFailure {@code ERROR_INVALID_PARAMETER} for any other bit
     */
    public static int requireBits(int value, int known) {
        if ((value & ~known) != 0) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return value;
    }
}
