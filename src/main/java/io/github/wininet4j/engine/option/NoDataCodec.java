package io.github.wininet4j.engine.option;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.OptionType;
import org.jspecify.annotations.Nullable;

/** No data at all: setting the option is an order. Buffer and length are not looked at. */
final class NoDataCodec implements OptionCodec<OptionCodecs.Nothing> {
    @Override
    public OptionType type() {
        return OptionType.NONE;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public void give(OptionCodecs.Nothing value, @Nullable LPVOID buffer, DwordRef length) {
        length.value = 0;
    }

    @Override
    public OptionCodecs.Nothing take(@Nullable LPVOID buffer, int length) {
        return OptionCodecs.Nothing.NOTHING;
    }
}
