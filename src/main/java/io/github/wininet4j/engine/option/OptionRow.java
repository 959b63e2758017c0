package io.github.wininet4j.engine.option;

import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.option.OptionCodecs.Nothing;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LPVOID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One option of one owner. An option that several owners have, each in its own way, has a row for each.
 *
 * @param <T> the type of the owner
 * @param <V> the type of the value
 * @param id the number of the option
 * @param owner who has it
 * @param codec its C type
 * @param getter reads it, or null if it cannot be queried
 * @param setter changes it, or null if it cannot be set
 * @param support how far it goes
 * @param refusal the error of every call, or 0 if it can be used
 */
public record OptionRow<T, V>(
        int id,
        OptionOwner<T> owner,
        OptionCodec<V> codec,
        @Nullable Function<T, V> getter,
        @Nullable BiConsumer<T, V> setter,
        OptionSupport support,
        int refusal) {
    /**
     * Starts a row; {@link #get} and {@link #set} complete it.
     *
     * @param <T> the type of the owner
     * @param <V> the type of the value
     * @param id the number of the option
     * @param owner who has it
     * @param codec its C type
     * @return the row
     */
    public static <T, V> OptionRow<T, V> of(int id, OptionOwner<T> owner, OptionCodec<V> codec) {
        return new OptionRow<>(id, owner, codec, null, null, OptionSupport.SUPPORTED, 0);
    }

    /**
     * Makes a row that refuses.
     *
     * @param <T> the type of the owner
     * @param id the number of the option
     * @param owner the kind of handle that it is refused for
     * @param support why
     * @param error the error of every call
     * @return the row
     */
    public static <T> OptionRow<T, Nothing> refused(int id, OptionOwner<T> owner, OptionSupport support, int error) {
        return new OptionRow<>(id, owner, OptionCodecs.NONE, null, null, support, error);
    }

    /**
     * Lets it be queried.
     *
     * @param value reads it; may throw a {@link WinInetFailure}
     * @return the changed copy
     */
    public OptionRow<T, V> get(Function<T, V> value) {
        return new OptionRow<>(id, owner, codec, value, setter, support, refusal);
    }

    /**
     * Lets it be set.
     *
     * @param value changes it; may throw a {@link WinInetFailure}
     * @return the changed copy
     */
    public OptionRow<T, V> set(BiConsumer<T, V> value) {
        return new OptionRow<>(id, owner, codec, getter, value, support, refusal);
    }

    /**
     * Marks that nothing else depends on it.
     *
     * @return the changed copy
     */
    public OptionRow<T, V> withoutEffect() {
        return new OptionRow<>(id, owner, codec, getter, setter, OptionSupport.WITHOUT_EFFECT, refusal);
    }

    /** Returns what may be done with it. */
    public OptionAccess access() {
        return OptionAccess.of(getter != null, setter != null);
    }

    /**
     * Names it.
     *
     * @return its symbolic name
     */
    public String name() {
        return InternetOption.name(id);
    }

    /** Answers a query; the target is one that the owner covers. */
    void query(Object target, @Nullable LPVOID buffer, DwordRef length) {
        requireUsable();
        if (getter == null) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_OPTION);
        }
        V value;
        try {
            value = getter.apply(owner.type().cast(target));
        } catch (WinInetFailure e) {
            // There is no value whose length could be reported, as with a file name that does not exist yet
            // (R-OPTN-33).
            length.value = 0;
            throw e;
        }
        codec.give(value, buffer, length);
    }

    /** Sets the option; the target is one that the owner covers. */
    void set(Object target, @Nullable LPVOID buffer, int length) {
        requireUsable();
        if (setter == null) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_OPTION_NOT_SETTABLE);
        }
        setter.accept(owner.type().cast(target), codec.take(buffer, length));
    }

    private void requireUsable() {
        if (refusal != 0) {
            throw new WinInetFailure(refusal);
        }
    }
}
