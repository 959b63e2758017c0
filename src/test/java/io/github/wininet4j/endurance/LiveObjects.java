package io.github.wininet4j.endurance;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.opentest4j.TestAbortedException;

/**
 * The objects of the heap that something still refers to, counted by the JVM after a full collection.
 *
 * @param engine how many there are of each class of the engine
 * @param bytes the size of all objects of all classes
 */
public record LiveObjects(Map<String, Long> engine, long bytes) {
    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
    private static final String ENGINE = "io.github.wininet4j.engine.";

    /** A row as in {@code 12: 345 6789 java.lang.String (java.base@17)}. */
    private static final Pattern ROW = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");

    /** Counts; skips the test on a JVM that cannot. */
    public static LiveObjects count() {
        // What finalizers and reference queues hold is free only after another collection.
        histogram();
        Map<String, Long> engine = new TreeMap<>();
        long bytes = 0;
        for (String line : histogram().split("\n", -1)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                bytes += Long.parseLong(row.group(2));
                if (row.group(3).startsWith(ENGINE)) {
                    engine.merge(row.group(3), Long.parseLong(row.group(1)), Long::sum);
                }
            }
        }
        return new LiveObjects(engine, bytes);
    }

    private static String histogram() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName commands = new ObjectName(COMMANDS);
            if (!server.isRegistered(commands)) {
                throw new TestAbortedException("this JVM has no diagnostic commands");
            }
            String[] signature = {String[].class.getName()};
            return (String) server.invoke(commands, "gcClassHistogram", new Object[] {new String[0]}, signature);
        } catch (JMException e) {
            throw new AssertionError("the JVM does not count its objects", e);
        }
    }

    /** How many objects of the engine there are. */
    public long total() {
        return engine.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The classes of the engine of which there are more than before, and how many more. */
    Map<String, Long> growthSince(LiveObjects before) {
        Map<String, Long> growth = new TreeMap<>();
        engine.forEach((name, count) -> {
            long more = count - before.engine.getOrDefault(name, 0L);
            if (more > 0) {
                growth.put(name, more);
            }
        });
        return growth;
    }
}
