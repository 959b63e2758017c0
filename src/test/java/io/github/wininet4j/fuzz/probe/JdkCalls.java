package io.github.wininet4j.fuzz.probe;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What methods of the JDK cost that look at more than a character. */
public final class JdkCalls {
    private static final Set<String> OWNERS = Set.of(
            "java/lang/String",
            "java/lang/CharSequence",
            "java/lang/StringBuilder",
            "java/util/Arrays",
            "java/util/Map",
            "java/util/HashMap",
            "java/util/concurrent/ConcurrentHashMap",
            "java/util/regex/Pattern",
            "java/net/IDN");

    /** Methods whose first argument is a regular expression. */
    private static final Set<String> EXPRESSIONS = Set.of("split", "matches", "replaceAll", "replaceFirst");

    private static final Set<String> CHEAP = Set.of(
            "charAt",
            "codePointAt",
            "offsetByCodePoints",
            "length",
            "isEmpty",
            "setLength",
            "setCharAt",
            "size",
            "asList",
            "entrySet",
            "keySet");

    private JdkCalls() {}

    static boolean count(String owner, String method) {
        return OWNERS.contains(owner) && !CHEAP.contains(method);
    }

    /**
     * Links a call, so that it is made and then charged for.
     *
     * @param lookup the caller
     * @param name the method
     * @param type its type, with the receiver in front
     * @param owner its class
     * @param isStatic 1 if it has no receiver
     * @return the call
     * @throws ReflectiveOperationException if there is no such method
     */
    public static CallSite link(MethodHandles.Lookup lookup, String name, MethodType type, String owner, int isStatic)
            throws ReflectiveOperationException {
        Class<?> owned = Class.forName(owner);
        MethodHandle call = isStatic == 1
                ? lookup.findStatic(owned, name, type)
                : lookup.findVirtual(owned, name, type.dropParameterTypes(0, 1));
        MethodHandle charged = MethodHandles.lookup()
                .findStatic(
                        JdkCalls.class,
                        "invoke",
                        MethodType.methodType(Object.class, MethodHandle.class, String.class, Object[].class));
        // A method of any number of arguments gets the array that the caller has made.
        MethodHandle spreader =
                call.asFixedArity().asType(type.generic()).asSpreader(Object[].class, type.parameterCount());
        return new ConstantCallSite(MethodHandles.insertArguments(charged, 0, spreader, name)
                .asCollector(Object[].class, type.parameterCount())
                .asType(type));
    }

    private static Object invoke(MethodHandle call, String name, Object[] arguments) throws Throwable {
        int before = length(arguments[0]);
        if (name.equals("matcher") && arguments[1] instanceof String text) {
            arguments[1] = new CountedText(text);
        } else if (arguments[0] instanceof String text && EXPRESSIONS.contains(name)) {
            search(Pattern.compile((String) arguments[1]).matcher(new CountedText(text)), name.equals("matches"));
        }
        Object result = call.invokeExact(arguments);
        Probes.charge(cost(name, arguments, before, result));
        return result;
    }

    /** Charges for what an expression looks at. */
    private static void search(Matcher matcher, boolean whole) {
        boolean more = whole ? matcher.matches() : matcher.find();
        while (more && !whole) {
            more = matcher.find();
        }
    }

    private static long cost(String name, Object[] arguments, int length, Object result) {
        return switch (name) {
            case "indexOf", "lastIndexOf" -> scanned(name, arguments, length, (Integer) result);
            case "equals", "equalsIgnoreCase", "compareTo" -> Math.min(length, length(arguments[1]));
            case "startsWith", "endsWith" -> length(arguments[1]);
            case "regionMatches" -> (Integer) arguments[arguments.length - 1];
            case "substring", "subSequence" -> length(result);
            case "append" -> appended(arguments);
            case "get", "containsKey", "getOrDefault", "computeIfPresent", "computeIfAbsent", "put" ->
                length(arguments[1]);
            default -> (long) length + (result == arguments[0] ? 0 : length(result));
        };
    }

    private static long scanned(String name, Object[] arguments, int length, int found) {
        boolean backwards = name.equals("lastIndexOf");
        int from = arguments.length > 2 ? (Integer) arguments[2] : backwards ? length : 0;
        int end = found >= 0 ? found : backwards ? 0 : length;
        return Math.abs((long) end - Math.min(from, length)) + 1;
    }

    private static long appended(Object[] arguments) {
        return arguments.length == 4
                ? (Integer) arguments[3] - (Integer) arguments[2]
                : Math.max(1, length(arguments[1]));
    }

    private static int length(Object value) {
        if (value instanceof CharSequence text) {
            return text.length();
        }
        if (value instanceof Collection<?> collection) {
            return collection.size();
        }
        return value != null && value.getClass().isArray() ? Array.getLength(value) : 0;
    }
}
