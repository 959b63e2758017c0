package io.github.wininet4j.engine.handle;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.type.HINTERNET;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The handles of one engine: numbers to nodes. A number that is not in the table is an invalid handle, whatever it was
 * before.
 */
public final class HandleTable {
    private static final long FIRST = 0xCC0004;
    private static final int STEP = 4;

    private final ConcurrentHashMap<HINTERNET, HandleNode> nodes = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong(FIRST);
    /** The sessions that have not ended, closed ones included. */
    private final Children sessions = new Children();

    /** Creates an empty table. */
    public HandleTable() {}

    /**
     * Gives a node its handle and its place in the tree.
     *
     * @param <T> the type of the node
     * @param node the node
     * @return the node
     * @throws WinInetFailure {@code ERROR_INVALID_HANDLE} if the parent was closed meanwhile
     */
    public <T extends HandleNode> T open(T node) {
        HINTERNET handle = new HINTERNET(next.getAndAdd(STEP));
        node.setHandle(handle);
        HandleNode parent = node.parent();
        if (parent != null) {
            if (!parent.hold()) {
                throw new WinInetFailure(Win32Error.ERROR_INVALID_HANDLE);
            }
            if (parent.children == null || !parent.children.add(parent, node)) {
                parent.release();
                throw new WinInetFailure(Win32Error.ERROR_INVALID_HANDLE);
            }
        } else {
            node.setSessions(sessions);
            sessions.addRoot(node);
        }
        nodes.put(handle, node);
        if (node.isClosing()) {
            // The parent was closed between the two steps above and took this node along.
            nodes.remove(handle);
            throw new WinInetFailure(Win32Error.ERROR_INVALID_HANDLE);
        }
        return node;
    }

    /**
     * Finds a node.
     *
     * @param handle the handle, or null
     * @return the node
     * @throws WinInetFailure {@code ERROR_INVALID_HANDLE} if there is none (R-ERRN-6)
     */
    public HandleNode find(@Nullable HINTERNET handle) {
        HandleNode node = handle == null ? null : nodes.get(handle);
        if (node == null) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_HANDLE);
        }
        return node;
    }

    /**
     * Finds a node of a type.
     *
     * @param <T> the type
     * @param handle the handle, or null
     * @param type the type
     * @return the node
     * @throws WinInetFailure {@code ERROR_INVALID_HANDLE} if there is none,
     *     {@code ERROR_INTERNET_INCORRECT_HANDLE_TYPE} if it is of another type (R-HANDLE-20)
     */
    public <T extends HandleNode> T find(@Nullable HINTERNET handle, Class<T> type) {
        HandleNode node = find(handle);
        if (!type.isInstance(node)) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        }
        return type.cast(node);
    }

    /**
     * Closes a node and all below it. Every handle of the subtree is invalid before the first callback is made
     * (R-HANDLE-15).
     *
     * @param root the node
     * @return true if operations are still outstanding, so that the end comes later (R-HANDLE-10)
     * @throws WinInetFailure {@code ERROR_INVALID_HANDLE} if it was closed meanwhile
     */
    public boolean close(HandleNode root) {
        if (!root.beginClosing()) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_HANDLE);
        }
        return closeSubtree(root);
    }

    /**
     * Closes a node and all below it unless that was done already.
     *
     * @param root the node
     */
    public void closeQuietly(HandleNode root) {
        if (root.beginClosing()) {
            closeSubtree(root);
        }
    }

    private boolean closeSubtree(HandleNode root) {
        return root.children == null ? closeLeaf(root) : closeParent(root);
    }

    /** Closes what closes with no other, as most handles do, without a list. */
    private boolean closeLeaf(HandleNode leaf) {
        nodes.remove(leaf.handle());
        boolean outstanding = leaf.isInUse();
        leaf.cancelForClosing();
        leaf.release();
        return outstanding;
    }

    private boolean closeParent(HandleNode root) {
        // Parents stand before their children here.
        List<HandleNode> subtree = new ArrayList<>(1);
        subtree.add(root);
        for (int i = 0; i < subtree.size(); i++) {
            HandleNode node = subtree.get(i);
            nodes.remove(node.handle());
            addChildren(node, subtree);
        }
        boolean outstanding = false;
        for (HandleNode node : subtree) {
            // Asked before the operation is cancelled, since it may end at once then.
            outstanding |= node.kind().isLeaf() && node.isInUse();
        }
        for (HandleNode node : subtree) {
            node.cancelForClosing();
        }
        for (int i = subtree.size() - 1; i >= 0; i--) {
            subtree.get(i).release();
        }
        return outstanding;
    }

    private static void addChildren(HandleNode node, List<HandleNode> subtree) {
        if (node.children == null) {
            return;
        }
        List<HandleNode> found = new ArrayList<>();
        node.children.copyTo(found);
        for (HandleNode child : found) {
            if (child.beginClosing()) {
                subtree.add(child);
            }
        }
    }

    /** Closes everything, for the end of the engine. */
    public void closeAll() {
        for (HandleNode node : nodes.values()) {
            if (node.parent() == null) {
                closeQuietly(node);
            }
        }
    }

    /** Returns the nodes that have not ended, closed ones included. */
    List<HandleNode> notEnded() {
        List<HandleNode> found = new ArrayList<>();
        sessions.copyTo(found);
        for (int i = 0; i < found.size(); i++) {
            Children children = found.get(i).children;
            if (children != null) {
                children.copyTo(found);
            }
        }
        return found;
    }

    /**
     * Counts the open handles.
     *
     * @return how many there are
     */
    public int size() {
        return nodes.size();
    }
}
