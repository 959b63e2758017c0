package io.github.wininet4j.nativelib;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInetProvider;
import io.github.wininet4j.nativelib.capi.CLibrary;
import java.util.ServiceLoader;

/**
 * Opens the back end on a loaded library. With the project's own library, an engine of the given configuration answers
 * behind it. It needs JNA, which programs that use the engine alone may leave out; this class loads without it.
 */
public final class NativeProvider implements WinInetProvider {
    static final String ID = "native";

    private static final LibraryCopies COPIES = new LibraryCopies();

    /** Creates the provider; for the service loader. */
    public NativeProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean isAvailable() {
        return hasJna() && LibraryLocation.find(null) != null;
    }

    @Override
    public BackEnd open(WinInetConfig config) {
        if (!hasJna()) {
            throw new IllegalArgumentException("the native back end needs jna and jna-platform (net.java.dev.jna),"
                    + " which are not on the class path or module path; the engine needs neither");
        }
        String location = LibraryLocation.require(config.library());
        return LibraryLocation.isOwn(location) ? ownLibrary(location, config) : systemLibrary(location);
    }

    private static boolean hasJna() {
        try {
            Class.forName("com.sun.jna.NativeLibrary", false, NativeProvider.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static BackEnd systemLibrary(String location) {
        return NativeBackEnd.over(WinInetLibrary.load(location), () -> null, null);
    }

    /** Not through {@code WinInets}: what is traced is the back end over it, and each call would be told twice. */
    private static BackEnd engine(WinInetConfig config) {
        for (WinInetProvider each : ServiceLoader.load(WinInetProvider.class, NativeProvider.class.getClassLoader())) {
            if (each.id().equals("engine")) {
                return each.open(config);
            }
        }
        throw new IllegalStateException("no engine");
    }

    private static BackEnd ownLibrary(String location, WinInetConfig config) {
        BackEnd engine = engine(CLibrary.forCallbacksOfC(config));
        String copy = COPIES.take(location);
        CLibrary exported = CLibrary.open(copy, engine);
        return NativeBackEnd.over(WinInetLibrary.load(copy), engine::counters, () -> {
            engine.close();
            exported.close();
            COPIES.giveBack(location, copy);
        });
    }
}
