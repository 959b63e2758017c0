package io.github.wininet4j.engine.option;

import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.handle.HandleNode;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A node with inherited settings: it starts with its parent's values and keeps its own from then on (R-HANDLE-25). */
public abstract class SettingsNode extends HandleNode {
    private static final AtomicReferenceFieldUpdater<SettingsNode, DwordSettings> SETTINGS =
            AtomicReferenceFieldUpdater.newUpdater(SettingsNode.class, DwordSettings.class, "settings");

    private volatile DwordSettings settings;

    /**
     * Creates a node.
     *
     * @param kind its kind
     * @param parent the parent, or null for a session
     * @param async whether operations may pend
     * @param context its context value
     * @param reportsZeroContext whether callbacks are made although the context is 0
     * @param settings the values to start with
     */
    protected SettingsNode(
            HandleKind kind,
            @Nullable HandleNode parent,
            boolean async,
            long context,
            boolean reportsZeroContext,
            DwordSettings settings) {
        super(kind, parent, async, context, reportsZeroContext);
        this.settings = settings;
    }

    /** Returns the values as they are now. */
    public final DwordSettings settings() {
        return settings;
    }

    /**
     * Returns one value.
     *
     * @param setting which
     * @return the value
     */
    public final int setting(DwordSetting setting) {
        return settings.get(setting);
    }

    /**
     * Changes one value of this node.
     *
     * @param setting which
     * @param value the value
     */
    public final void set(DwordSetting setting, int value) {
        update(setting, before -> value);
    }

    /**
     * Changes one value of this node in one step with reading it.
     *
     * @param setting which
     * @param change makes the new value from the old one
     */
    public final void update(DwordSetting setting, IntUnaryOperator change) {
        SETTINGS.updateAndGet(this, now -> now.with(setting, change.applyAsInt(now.get(setting))));
    }

    /** Sessions and connections have no operations of their own to abort. */
    @Override
    protected void cancel() {}

    @Override
    protected void dispose() {}
}
