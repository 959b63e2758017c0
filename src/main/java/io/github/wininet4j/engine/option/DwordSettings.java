package io.github.wininet4j.engine.option;

/**
 * The values of all {@link DwordSetting}s of one handle. Never changes, so a child inherits by taking the reference.
 */
@SuppressWarnings("EnumOrdinal") // an array of all settings is what this is
public final class DwordSettings {
    /** Every setting at its default. */
    public static final DwordSettings DEFAULTS = new DwordSettings(defaults());

    private final int[] values;

    private DwordSettings(int[] values) {
        this.values = values;
    }

    private static int[] defaults() {
        DwordSetting[] settings = DwordSetting.values();
        int[] values = new int[settings.length];
        for (DwordSetting setting : settings) {
            values[setting.ordinal()] = setting.defaultValue();
        }
        return values;
    }

    /**
     * Returns one value.
     *
     * @param setting which
     * @return the value
     */
    public int get(DwordSetting setting) {
        return values[setting.ordinal()];
    }

    /**
     * Changes one value.
     *
     * @param setting which
     * @param value the value
     * @return the changed copy
     */
    public DwordSettings with(DwordSetting setting, int value) {
        int[] copy = values.clone();
        copy[setting.ordinal()] = value;
        return new DwordSettings(copy);
    }
}
