package io.github.wininet4j.cli.port;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.ansi.AnsiWinInet;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The functions of the facade, by their names in C. */
final class Signatures {
    private final Map<String, String> wide = of(WinInet.class);
    private final Map<String, String> ansi = of(AnsiWinInet.class);

    private static Map<String, String> of(Class<?> facade) {
        Map<String, String> signatures = new HashMap<>();
        for (Method method : facade.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers())
                    && Character.isUpperCase(method.getName().charAt(0))) {
                signatures.put(method.getName(), text(facade, method));
            }
        }
        return signatures;
    }

    private static String text(Class<?> facade, Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getType().getSimpleName() + " " + parameter.getName())
                .collect(Collectors.joining(
                        ", ",
                        method.getReturnType().getSimpleName() + " " + facade.getSimpleName() + "." + method.getName()
                                + "(",
                        ")"));
    }

    /**
     * Finds the call for a function. A Java program calls the wide form; the ANSI form is there for programs that have
     * bytes of a code page.
     *
     * @param name the function as C has it, with or without its suffix
     * @return the signature, or an empty text if Java has no such function
     */
    String find(String name) {
        String base = name.substring(0, name.length() - 1);
        boolean suffixed = !wide.containsKey(name) && (name.endsWith("A") || name.endsWith("W"));
        String call = wide.getOrDefault(suffixed ? base : name, "");
        return call.isEmpty() ? ansi.getOrDefault(name, "") : call;
    }
}
