package io.github.wininet4j.engine;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInetProvider;

/** Opens the pure-Java engine; available everywhere. */
public final class JavaWinInetProvider implements WinInetProvider {
    /** For the service loader. */
    public JavaWinInetProvider() {}

    @Override
    public String id() {
        return "engine";
    }

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public BackEnd open(WinInetConfig config) {
        return Engine.open(config);
    }
}
