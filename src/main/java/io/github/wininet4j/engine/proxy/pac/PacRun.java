package io.github.wininet4j.engine.proxy.pac;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/**
 * What one run has used of its limits. It belongs to the thread that runs the script; another one may ask how long that
 * has waited for names.
 */
final class PacRun {
    private final PacLimits limits;
    private final PacNetwork network;
    private final long deadline;
    private final @Nullable ThreadMXBean memory;
    private final long allocatedBefore;
    private final long usedBefore;
    private long characters;
    private volatile boolean abandoned;
    private volatile long waited;
    private volatile long waitingSince;
    private volatile boolean waiting;

    PacRun(PacLimits limits, PacNetwork network) {
        this.limits = limits;
        this.network = network;
        this.deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limits.patienceMillis());
        this.memory = ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean ? bean : null;
        this.allocatedBefore = allocated();
        this.usedBefore = used();
    }

    /** The processor time of this thread in nanoseconds; where it is not known, any time. */
    private long used() {
        long used = memory != null && memory.isCurrentThreadCpuTimeSupported() ? memory.getCurrentThreadCpuTime() : -1;
        return used < 0 ? System.nanoTime() : used;
    }

    private long allocated() {
        return memory == null ? 0 : memory.getCurrentThreadAllocatedBytes();
    }

    PacNetwork network() {
        return network;
    }

    /** Resolves a name; all such waits together count as the time of the script. */
    List<InetAddress> resolve(String host) {
        check();
        waitingSince = System.nanoTime();
        waiting = true;
        try {
            return network.resolve(host);
        } finally {
            waiting = false;
            long before = waited;
            waited = before + System.nanoTime() - waitingSince;
        }
    }

    /** Returns how long the run has waited for names, in nanoseconds, with the wait that goes on. */
    long waited() {
        return waited + (waiting ? System.nanoTime() - waitingSince : 0);
    }

    /** Returns what the run has used until now; the thread that runs the script asks. */
    PacUsage usage() {
        return new PacUsage(used() - usedBefore, waited(), allocated() - allocatedBefore);
    }

    /** Ends the run from another thread. */
    void abandon() {
        abandoned = true;
    }

    /** Called every few thousand instructions. */
    void check() {
        boolean computed = used() - usedBefore + waited > TimeUnit.MILLISECONDS.toNanos(limits.millis());
        if (abandoned || computed || System.nanoTime() - deadline > 0) {
            throw new PacOverrun("the script took too long");
        }
        if (allocated() - allocatedBefore > limits.allocatedBytes()) {
            throw new PacOverrun("the script used too much memory");
        }
    }

    /**
     * Counts a value that becomes part of a text; the rope that a script ties is not flattened by asking its length.
     */
    void charge(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            requireLength(text.length());
            chargeCharacters(text.length());
        }
    }

    void chargeCharacters(long count) {
        characters += count;
        if (characters > limits.characters()) {
            throw new PacOverrun("the script puts too much text together");
        }
    }

    void requireLength(double length) {
        if (length > limits.length()) {
            throw new PacOverrun("a text or a list is too long");
        }
    }

    /** Looks at an argument before native code runs through all of it. */
    void requireShort(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            requireLength(text.length());
        } else if (value instanceof Scriptable object) {
            requireFixedLength(object);
            Object length = ScriptableObject.getProperty(object, "length");
            if (length instanceof Number number) {
                requireLength(number.doubleValue());
            } else if (length != Scriptable.NOT_FOUND && !(length instanceof Undefined)) {
                // A length that is an object would be asked again, and could answer differently.
                throw new PacOverrun("a length is no number");
            }
        }
    }

    /** A length that a function computes could answer differently the next time. */
    private static void requireFixedLength(Scriptable object) {
        for (Scriptable each = object; each != null; each = each.getPrototype()) {
            if (each instanceof ScriptableObject owner
                    && owner.getGetterOrSetter("length", 0, owner, false) instanceof Function) {
                throw new PacOverrun("a length is computed");
            }
        }
    }
}
