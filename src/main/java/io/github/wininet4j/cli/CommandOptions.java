package io.github.wininet4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The options of a command: one row each, from which both parsing and the help text are made.
 *
 * @param <T> what the options are stored in
 */
public final class CommandOptions<T> {
    /**
     * One option.
     *
     * @param name with its dashes
     * @param argument what its argument is called in the help text, or null if it takes none
     * @param help one line
     * @param store stores it; the text is empty for an option without argument
     */
    private record Row<T>(String name, @Nullable String argument, String help, BiConsumer<T, String> store) {}

    private final List<Row<T>> rows = new ArrayList<>();

    /** Creates an empty table. */
    public CommandOptions() {}

    /**
     * Adds an option that takes an argument.
     *
     * @param name with its dashes
     * @param argument what its argument is called in the help text
     * @param help one line
     * @param store stores it
     * @return this table
     */
    public CommandOptions<T> option(String name, String argument, String help, BiConsumer<T, String> store) {
        rows.add(new Row<>(name, argument, help, store));
        return this;
    }

    /**
     * Adds an option without argument.
     *
     * @param name with its dashes
     * @param help one line
     * @param store stores it
     * @return this table
     */
    public CommandOptions<T> flag(String name, String help, Consumer<T> store) {
        rows.add(new Row<>(name, null, help, (target, none) -> store.accept(target)));
        return this;
    }

    /**
     * Reads arguments. Options may stand anywhere; {@code --name=value} is {@code --name value}; {@code --} ends the
     * options.
     *
     * @param args the arguments
     * @param target where the options are stored
     * @return the arguments that are no options
     * @throws UsageException if an option is unknown, or lacks or has an argument against its row
     */
    public List<String> parse(List<String> args, T target) {
        List<String> operands = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--")) {
                operands.addAll(args.subList(i + 1, args.size()));
                break;
            }
            if (!arg.startsWith("-") || arg.equals("-")) {
                operands.add(arg);
                continue;
            }
            int equals = arg.indexOf('=');
            Row<T> row = find(equals < 0 ? arg : arg.substring(0, equals));
            if (row.argument == null) {
                if (equals >= 0) {
                    throw new UsageException(row.name + " takes no argument");
                }
                row.store.accept(target, "");
            } else if (equals >= 0) {
                row.store.accept(target, arg.substring(equals + 1));
            } else if (++i < args.size()) {
                row.store.accept(target, args.get(i));
            } else {
                throw new UsageException(row.name + " needs " + row.argument);
            }
        }
        return operands;
    }

    private Row<T> find(String name) {
        for (Row<T> row : rows) {
            if (row.name.equals(name)) {
                return row;
            }
        }
        throw new UsageException("unknown option " + name);
    }

    /** Returns the help text, one line for each option. */
    public List<String> help() {
        TextTable table = new TextTable(false, false);
        for (Row<T> row : rows) {
            table.row("  " + (row.argument == null ? row.name : row.name + " " + row.argument), row.help);
        }
        return table.lines();
    }
}
