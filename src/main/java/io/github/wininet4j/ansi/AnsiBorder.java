package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.function.Families;
import io.github.wininet4j.function.FamilyRouter;
import io.github.wininet4j.function.FamilyRouter.Border;
import io.github.wininet4j.function.ReturnConvention;
import io.github.wininet4j.logging.SafeLogger;
import io.github.wininet4j.type.CodePage;
import io.github.wininet4j.type.HINTERNET;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The border of the A functions: their families, each behind the wide object's last error. */
public final class AnsiBorder implements Border {
    private static final SafeLogger LOG = SafeLogger.of(AnsiBorder.class);

    private final WinInet wide;
    private final Families families;

    private AnsiBorder(WinInet wide, Families families) {
        this.wide = wide;
        this.families = families;
    }

    /**
     * Makes the functions that {@link AnsiWinInet#over(WinInet)} gives an object of.
     *
     * @param wide the wide functions
     * @return the A functions
     */
    public static Border over(WinInet wide) {
        return border(wide, AnsiText.of(CodePage.CP_ACP));
    }

    static AnsiWinInet create(WinInet wide, AnsiText text) {
        return FamilyRouter.create(AnsiWinInet.class, border(wide, text));
    }

    private static AnsiBorder border(WinInet wide, AnsiText text) {
        AnsiBuffers buffers = new AnsiBuffers(wide);
        AnsiCallbacks callbacks = new AnsiCallbacks(wide, text);
        List<Object> families = List.of(
                new AnsiSessionApi(wide, text, buffers, callbacks),
                new AnsiOptionApi(wide, text, buffers),
                new AnsiTransferApi(wide, text, callbacks),
                new AnsiHttpApi(wide, text, buffers),
                new AnsiFtpApi(wide, text, buffers, callbacks),
                new AnsiGopherApi(wide, text, buffers, callbacks),
                new AnsiUrlApi(wide, text, buffers),
                new AnsiTimeApi(wide, text, buffers),
                new AnsiCookieApi(wide, text, buffers),
                new AnsiPrivacyApi(wide, text, buffers),
                new AnsiUrlCacheApi(wide, text, buffers),
                new AnsiUrlCacheGroupApi(wide, text),
                new AnsiUrlCacheContainerApi(wide, text),
                new AnsiDialApi(wide, text, buffers),
                new AnsiProxyApi(wide, text, buffers),
                new AnsiPromptApi(wide, text));
        return new AnsiBorder(wide, new Families(AnsiWinInet.class, families));
    }

    @Override
    public Object family(Class<?> family) {
        return families.of(family);
    }

    @Override
    public void begin(Class<?> family, String function) {
        // The wide function that is called in the end does it.
    }

    @Override
    public @Nullable Object failed(Method function, @Nullable HINTERNET handle, Throwable thrown) {
        LOG.log(Level.WARNING, () -> function.getName() + " failed", thrown);
        wide.SetLastError(WinInetError.ERROR_INTERNET_INTERNAL_ERROR);
        return ReturnConvention.failureValue(function, WinInetError.ERROR_INTERNET_INTERNAL_ERROR);
    }

    @Override
    public Object own(String method) {
        return wide;
    }

    @Override
    public String toString() {
        return "ANSI functions over " + wide;
    }
}
