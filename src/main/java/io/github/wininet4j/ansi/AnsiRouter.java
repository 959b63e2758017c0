package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.StatusCallback;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one {@link AnsiWinInet} of the families' implementations. */
final class AnsiRouter implements InvocationHandler {
    private static final Logger LOG = System.getLogger(AnsiRouter.class.getName());
    private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

    private final Map<Method, MethodHandle> routes = new HashMap<>();
    private final WinInet wide;

    private AnsiRouter(WinInet wide) {
        this.wide = wide;
    }

    static AnsiWinInet create(WinInet wide, AnsiText text) {
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
                new AnsiDialApi(wide, text, buffers),
                new AnsiProxyApi(wide, text, buffers),
                new AnsiPromptApi(wide, text));
        AnsiRouter router = new AnsiRouter(wide);
        for (Object family : families) {
            router.add(family);
        }
        return (AnsiWinInet)
                Proxy.newProxyInstance(AnsiWinInet.class.getClassLoader(), new Class<?>[] {AnsiWinInet.class}, router);
    }

    private void add(Object family) {
        for (Method method : family.getClass().getInterfaces()[0].getMethods()) {
            try {
                MethodHandle target = MethodHandles.lookup()
                        .unreflect(method)
                        .bindTo(family)
                        .asSpreader(Object[].class, method.getParameterCount())
                        .asType(SPREAD);
                routes.put(method, target);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("the families are public interfaces", e);
            }
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) {
        MethodHandle target = routes.get(method);
        if (target == null) {
            return own(proxy, method, args);
        }
        try {
            return (Object) target.invokeExact(args);
        } catch (Throwable t) {
            LOG.log(Level.WARNING, () -> method.getName() + " failed", t);
            wide.SetLastError(WinInetError.ERROR_INTERNET_INTERNAL_ERROR);
            return failure(method.getReturnType());
        }
    }

    private static @Nullable Object failure(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return WinInetError.ERROR_INTERNET_INTERNAL_ERROR;
        }
        return type == StatusCallback.class ? StatusCallback.INTERNET_INVALID_STATUS_CALLBACK : null;
    }

    private Object own(Object proxy, Method method, @Nullable Object @Nullable [] args) {
        return switch (method.getName()) {
            case "wide" -> wide;
            case "equals" -> args != null && proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "ANSI functions over " + wide;
        };
    }
}
