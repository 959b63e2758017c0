package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import io.github.wininet4j.constant.DialogFlag;
import io.github.wininet4j.nativelib.memory.PointerSized;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.type.AuthNotifyCallback;
import io.github.wininet4j.type.INTERNET_AUTH_NOTIFY_DATA;
import io.github.wininet4j.type.LPVOID;
import org.jspecify.annotations.Nullable;

/**
 * A C function that is told when the dialog of another request has ended.
 *
 * @param code the function
 */
record CAuthNotice(Function code) implements AuthNotifyCallback {
    private static final StructureLayout LAYOUT = StructureLayout.of(INTERNET_AUTH_NOTIFY_DATA.class);

    /**
     * Takes the structure that a variable of C points to. Without the flag for it there may be anything else.
     *
     * @param flags which parameter has the flags
     */
    static FromNative behind(int flags) {
        return (call, i) -> {
            Pointer variable = FromNativeConverters.pointer(call, i);
            boolean isTaken = (call.number(flags) & DialogFlag.FLAGS_ERROR_UI_SERIALIZE_DIALOGS) != 0;
            Pointer memory = variable == null || !isTaken ? null : variable.getPointer(0);
            return memory == null ? null : read(memory);
        };
    }

    private static INTERNET_AUTH_NOTIFY_DATA read(Pointer memory) {
        INTERNET_AUTH_NOTIFY_DATA notice = new INTERNET_AUTH_NOTIFY_DATA();
        LAYOUT.readOwnSize(notice, memory);
        if (LAYOUT.isSizeRight(memory)) {
            LAYOUT.readNumbers(notice, memory);
            Pointer code = memory.getPointer(LAYOUT.offset("pfnNotify"));
            int convention = Platform.isWindows() ? Function.ALT_CONVENTION : Function.C_CONVENTION;
            notice.pfnNotify = code == null ? null : new CAuthNotice(Function.getFunction(code, convention));
        }
        return notice;
    }

    @Override
    public int notify(long dwContext, int dwReturn, @Nullable LPVOID lpReserved) {
        return code.invokeInt(new Object[] {PointerSized.of(dwContext), dwReturn, null});
    }
}
