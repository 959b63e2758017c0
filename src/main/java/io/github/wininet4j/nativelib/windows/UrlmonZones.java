package io.github.wininet4j.nativelib.windows;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.Ole32;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Zones by urlmon.dll: its {@code IInternetSecurityManager}. */
final class UrlmonZones implements SecurityZones {
    /** {@code URLACTION_CREDENTIALS_USE}. */
    private static final int CREDENTIALS_USE = 0x1A00;

    /** {@code PUAF_NOUI}. */
    private static final int SILENTLY = 1;

    // The methods, as places in the table of the object.
    private static final int RELEASE = 2;
    private static final int MAP_URL_TO_ZONE = 5;
    private static final int PROCESS_URL_ACTION = 7;

    @Override
    public @Nullable Site site(String url) {
        int begun =
                Ole32.INSTANCE.CoInitializeEx(null, Ole32.COINIT_MULTITHREADED).intValue();
        try {
            NativeLibrary urlmon = NativeLibrary.getInstance(
                    "urlmon", Map.of(Library.OPTION_CALLING_CONVENTION, Function.ALT_CONVENTION));
            PointerByReference made = new PointerByReference();
            int result = urlmon.getFunction("CoInternetCreateSecurityManager").invokeInt(new Object[] {null, made, 0});
            return result < 0 ? null : site(made.getValue(), url);
        } catch (UnsatisfiedLinkError e) {
            // A Windows without it.
            return null;
        } finally {
            // A thread that is in an apartment of its own already was not counted.
            if (begun >= 0) {
                Ole32.INSTANCE.CoUninitialize();
            }
        }
    }

    private static @Nullable Site site(Pointer manager, String url) {
        WString text = new WString(url);
        IntByReference zone = new IntByReference();
        IntByReference policy = new IntByReference();
        try {
            boolean known = call(manager, MAP_URL_TO_ZONE, text, zone, 0) >= 0
                    && call(
                                    manager,
                                    PROCESS_URL_ACTION,
                                    text,
                                    CREDENTIALS_USE,
                                    policy,
                                    Integer.BYTES,
                                    null,
                                    0,
                                    SILENTLY,
                                    0)
                            >= 0;
            return known ? new Site(zone.getValue(), policy.getValue()) : null;
        } finally {
            call(manager, RELEASE);
        }
    }

    private static int call(Pointer object, int method, @Nullable Object... arguments) {
        @Nullable Object[] all = new Object[arguments.length + 1];
        all[0] = object;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Pointer code = object.getPointer(0).getPointer((long) method * Native.POINTER_SIZE);
        return Function.getFunction(code, Function.ALT_CONVENTION).invokeInt(all);
    }
}
