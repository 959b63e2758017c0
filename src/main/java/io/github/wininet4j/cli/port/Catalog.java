package io.github.wininet4j.cli.port;

import io.github.wininet4j.client.Option;
import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.constant.CacheConfig;
import io.github.wininet4j.constant.CacheContainer;
import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.constant.CacheGroup;
import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.DialFlag;
import io.github.wininet4j.constant.DialogFlag;
import io.github.wininet4j.constant.FtpTransfer;
import io.github.wininet4j.constant.GopherAttribute;
import io.github.wininet4j.constant.GopherType;
import io.github.wininet4j.constant.HandleType;
import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.HttpStatus;
import io.github.wininet4j.constant.HttpWebSocket;
import io.github.wininet4j.constant.IcuFlag;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.InternetState;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.Privacy;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.TimeFormat;
import io.github.wininet4j.constant.UndocumentedOption;
import io.github.wininet4j.constant.UrlScheme;
import io.github.wininet4j.constant.WinInetError;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that WinInet declares and that a program can use, with its state here. */
final class Catalog {
    private static final String OPTION = "INTERNET_OPTION_";

    /** How names begin that only WinInet has. */
    private static final Map<String, Kind> OWN_PREFIXES =
            Map.of(OPTION, Kind.OPTION, "INTERNET_STATUS_", Kind.STATUS, "INTERNET_FLAG_", Kind.FLAG);

    /** Types whose names begin so. */
    private static final Set<String> TYPES = Set.of("INTERNET_STATUS_CALLBACK");

    /** Numbers of Windows at large, {@code ERROR_SUCCESS} among them, would say nothing about WinInet. */
    private static final List<Class<?>> CONSTANTS = List.of(
            InternetOption.class,
            UndocumentedOption.class,
            InternetStatus.class,
            WinInetError.class,
            InternetFlag.class,
            ApiFlag.class,
            CacheConfig.class,
            CacheContainer.class,
            CacheEntryType.class,
            CacheGroup.class,
            CookieFlag.class,
            DialFlag.class,
            DialogFlag.class,
            FtpTransfer.class,
            GopherAttribute.class,
            GopherType.class,
            HandleType.class,
            HttpAddReq.class,
            HttpQuery.class,
            HttpStatus.class,
            HttpWebSocket.class,
            IcuFlag.class,
            InternetState.class,
            OptionValue.class,
            Privacy.class,
            ProxyType.class,
            SecurityFlag.class,
            ServiceType.class,
            TimeFormat.class,
            UrlScheme.class);

    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, Item> byLowerCase = new HashMap<>();
    private final Map<Integer, String> optionNames = new HashMap<>();
    private final MfcClasses mfc = new MfcClasses();

    /** States of values that are not those of their kind. */
    private final Map<String, String> states = new HashMap<>();

    /** Reads the tables. */
    Catalog() {
        Map<String, String> differences = new HashMap<>();
        for (List<String> row : Table.rows("differences.tsv", 3)) {
            differences.put(row.get(0), row.get(1));
            if (!row.get(2).isEmpty()) {
                states.put(row.get(0), row.get(2));
            }
        }
        addFunctions(differences);
        addConstants(differences);
        addInvalidCallback(differences);
        addClient();
        items.values().forEach(item -> byLowerCase.put(item.name().toLowerCase(Locale.ROOT), item));
    }

    /** What the package client has for it. */
    private void addClient() {
        Map<String, String> texts = new HashMap<>();
        Table.rows("client.tsv", 2).forEach(row -> texts.put(row.get(0), row.get(1)));
        for (Field field : Option.class.getFields()) {
            String name = optionNames.get(option(field).number());
            if (name != null) {
                texts.put(name, "Option." + field.getName());
            }
        }
        items.replaceAll((name, item) -> item.withClient(texts.getOrDefault(name, texts.getOrDefault(base(name), ""))));
    }

    private static Option<?> option(Field field) {
        try {
            return (Option<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new LinkageError("public constant not readable: " + field, e);
        }
    }

    private void addFunctions(Map<String, String> differences) {
        Signatures signatures = new Signatures();
        for (List<String> row : Table.rows("functions.tsv", 3).stream().skip(1).toList()) {
            addFunction(row.get(0), row.get(1), row.get(2), signatures, differences);
        }
        // In C these are macros for one of the two forms.
        for (List<String> row : Table.rows("functions.tsv", 3)) {
            String base = base(row.get(0));
            boolean isMacro =
                    !items.containsKey(base) && items.containsKey(base + "A") && items.containsKey(base + "W");
            if (isMacro) {
                addFunction(base, row.get(1), row.get(2), signatures, differences);
            }
        }
    }

    private void addFunction(
            String name, String state, String reason, Signatures signatures, Map<String, String> differences) {
        String differs = Stream.of(
                        reason,
                        differences.getOrDefault(name, differences.getOrDefault(base(name), "")),
                        state.equals("no source") ? "it is exported and fails with ERROR_CALL_NOT_IMPLEMENTED" : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        items.put(name, new Item(name, Kind.FUNCTION, state, differs, signatures.find(name)));
    }

    /** The name without the letter that tells wide from ANSI. */
    private static String base(String name) {
        return name.endsWith("A") || name.endsWith("W") ? name.substring(0, name.length() - 1) : name;
    }

    private void addConstants(Map<String, String> differences) {
        Map<String, List<String>> options = Table.rows("options.tsv", 5).stream()
                .collect(Collectors.toMap(row -> OPTION + row.get(0), row -> row, (first, more) -> first));
        Map<String, List<String>> byNumber = options.values().stream()
                .collect(Collectors.toMap(row -> row.get(1), row -> row, (first, more) -> first));
        for (Class<?> type : CONSTANTS) {
            for (Field field : type.getFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == int.class) {
                    String java = type.getSimpleName() + "." + field.getName();
                    String differs = differences.getOrDefault(field.getName(), "");
                    List<String> option = isOptionOf(type) && field.getName().startsWith(OPTION)
                            ? options.getOrDefault(field.getName(), byNumber.get(Integer.toString(number(field))))
                            : null;
                    String state = states.getOrDefault(field.getName(), usualState(type));
                    Item item = option == null
                            ? new Item(field.getName(), kind(type), state, differs, java)
                            : option(field, option, differs, java);
                    items.putIfAbsent(field.getName(), item);
                }
            }
        }
    }

    /** What is an address in C is an object here, not the number that the class of statuses has too. */
    private void addInvalidCallback(Map<String, String> differences) {
        String name = "INTERNET_INVALID_STATUS_CALLBACK";
        items.put(
                name,
                new Item(name, Kind.FLAG, Item.WORKS, differences.getOrDefault(name, ""), "StatusCallback." + name));
    }

    /** Flags and statuses are tested one by one; of other values it is only sure that they have their numbers. */
    private static String usualState(Class<?> type) {
        return type == InternetFlag.class || type == InternetStatus.class ? Item.WORKS : Item.DECLARED;
    }

    private static boolean isOptionOf(Class<?> type) {
        return type == InternetOption.class || type == UndocumentedOption.class;
    }

    private Item option(Field field, List<String> row, String more, String java) {
        optionNames.putIfAbsent(number(field), field.getName());
        String differs = Stream.of(row.get(4), more)
                .filter(text -> !text.isEmpty() && !text.equals(row.get(2)))
                .collect(Collectors.joining("; "));
        return new Item(field.getName(), Kind.OPTION, row.get(2), differs, java)
                .withAccess(row.get(3).replace("), ", "); "));
    }

    private static Kind kind(Class<?> type) {
        if (type == InternetStatus.class) {
            return Kind.STATUS;
        }
        return type == WinInetError.class ? Kind.ERROR : Kind.FLAG;
    }

    private static int number(Field field) {
        try {
            return field.getInt(null);
        } catch (IllegalAccessException e) {
            throw new LinkageError("public constant not readable: " + field, e);
        }
    }

    /**
     * Finds a name.
     *
     * @param word a word of a source or a name that is imported
     * @param anyCase whether the language takes upper and lower case for the same
     * @return what is known about it, or null if it is none of WinInet
     */
    @Nullable
    Item find(String word, boolean anyCase) {
        Item item = anyCase ? byLowerCase.get(word.toLowerCase(Locale.ROOT)) : items.get(word);
        if (item != null) {
            return item;
        }
        String name = anyCase ? word.toUpperCase(Locale.ROOT) : word;
        for (Map.Entry<String, Kind> own : OWN_PREFIXES.entrySet()) {
            String prefix = own.getKey();
            if (name.startsWith(prefix) && name.length() > prefix.length() && !TYPES.contains(name)) {
                return new Item(name, own.getValue(), Item.UNKNOWN, "", "");
            }
        }
        return null;
    }

    /**
     * Finds a function.
     *
     * @param name its name
     * @return what is known about it, or null
     */
    @Nullable
    Item function(String name) {
        Item item = items.get(name);
        return item != null && item.kind() == Kind.FUNCTION ? item : null;
    }

    /**
     * Finds a function that is imported from wininet.dll.
     *
     * @param name its name, or its ordinal
     * @return what is known about it
     */
    Item imported(String name) {
        Item item = function(name);
        return item != null ? item : new Item(name, Kind.FUNCTION, Item.UNKNOWN, "", "");
    }

    /** Returns every state that a name has. */
    Set<String> states() {
        return items.values().stream().map(Item::state).collect(Collectors.toSet());
    }

    /** Returns the classes of MFC that stand on these functions. */
    MfcClasses mfc() {
        return mfc;
    }

    /**
     * Finds the name of an option.
     *
     * @param number its number
     * @return its name, or null if no option has the number
     */
    @Nullable
    String optionName(int number) {
        return optionNames.get(number);
    }
}
