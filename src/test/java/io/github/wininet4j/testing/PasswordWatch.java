package io.github.wininet4j.testing;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.type.INTERNET_COOKIE2;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Tells {@link Secrets} each password and each cookie that a test gives to a back end, before the back end gets it. */
final class PasswordWatch implements InvocationHandler {
    private static final int PASSWORD_OF_CONNECT = 4;

    private final BackEnd watched;

    private PasswordWatch(BackEnd watched) {
        this.watched = watched;
    }

    static BackEnd over(BackEnd backEnd) {
        Class<?>[] facade = {BackEnd.class};
        return (BackEnd) Proxy.newProxyInstance(BackEnd.class.getClassLoader(), facade, new PasswordWatch(backEnd));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null) {
            observe(method.getName(), arguments);
        }
        try {
            return method.invoke(watched, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void observe(String function, Object[] arguments) {
        switch (function) {
            case "InternetConnect" -> use(arguments[PASSWORD_OF_CONNECT]);
            case "InternetSetOption", "InternetSetOptionEx" -> {
                int option = (int) arguments[1];
                if (option == InternetOption.INTERNET_OPTION_PASSWORD
                        || option == InternetOption.INTERNET_OPTION_PROXY_PASSWORD) {
                    use(arguments[2]);
                }
            }
            case "InternetSetCookie", "InternetSetCookieEx" -> useOfCookie(arguments[1], arguments[2]);
            case "InternetSetCookieEx2" -> {
                if (arguments[1] instanceof INTERNET_COOKIE2 cookie) {
                    use(cookie.pwszValue);
                }
            }
            case "InternetOpenUrl" -> useOfUrl(String.valueOf(arguments[1]));
            default -> {
                // no password
            }
        }
    }

    /** Without a name the data has it, or is nothing but one. */
    private static void useOfCookie(@Nullable Object name, @Nullable Object data) {
        String pair = data == null ? "" : data.toString().split(";", 2)[0].strip();
        int equals = pair.indexOf('=');
        if (name != null || equals >= 0) {
            use(name != null ? pair : pair.substring(equals + 1).strip());
        }
    }

    private static void use(@Nullable Object password) {
        if (password != null) {
            Secrets.use(password.toString());
        }
    }

    private static void useOfUrl(String url) {
        int start = url.indexOf("://");
        int at = url.indexOf('@');
        int colon = start < 0 ? -1 : url.indexOf(':', start + 3);
        int slash = start < 0 ? -1 : url.indexOf('/', start + 3);
        if (colon >= 0 && colon < at && (slash < 0 || at < slash)) {
            Secrets.use(url.substring(colon + 1, at));
        }
    }
}
