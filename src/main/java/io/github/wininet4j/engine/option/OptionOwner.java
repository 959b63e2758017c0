package io.github.wininet4j.engine.option;

import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.handle.HandleNode;
import java.util.Set;

/**
 * What has an option: the nodes of some handles, or whatever stands for the NULL handle.
 *
 * @param <T> the type of the owner
 * @param label names it in the table of supported options
 * @param type the type
 * @param kinds the kinds of handles, or empty for all that have the type
 */
public record OptionOwner<T>(String label, Class<T> type, Set<HandleKind> kinds) {
    /** Copies the set. */
    public OptionOwner {
        kinds = Set.copyOf(kinds);
    }

    /**
     * Owners of a type, whatever their kind.
     *
     * @param <T> the type
     * @param label names them
     * @param type the type
     * @return the owner
     */
    public static <T> OptionOwner<T> of(String label, Class<T> type) {
        return new OptionOwner<>(label, type, Set.of());
    }

    /**
     * Returns whether something is such an owner.
     *
     * @param target a node, or what stands for the NULL handle
     * @return true if so
     */
    public boolean covers(Object target) {
        return type.isInstance(target)
                && (kinds.isEmpty() || (target instanceof HandleNode node && kinds.contains(node.kind())));
    }
}
