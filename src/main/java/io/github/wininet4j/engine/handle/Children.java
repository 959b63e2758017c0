package io.github.wininet4j.engine.handle;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The live children of a node, or the sessions of an engine: a linked list, so that adding and removing cost the same
 * for any number.
 */
final class Children {
    /** One child's place in the list; guarded by the list's lock. */
    static final class Link {
        final HandleNode child;

        @Nullable
        Link previous;

        @Nullable
        Link next;

        Link(HandleNode child) {
            this.child = child;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Link first;

    /** Adds a child unless the parent is closing; then nothing happens and false comes back. */
    boolean add(HandleNode parent, HandleNode child) {
        lock.lock();
        try {
            if (parent.isClosing()) {
                return false;
            }
            addFirst(child.link);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Adds a node that has no parent. */
    void addRoot(HandleNode root) {
        lock.lock();
        try {
            addFirst(root.link);
        } finally {
            lock.unlock();
        }
    }

    private void addFirst(Link link) {
        link.next = first;
        if (first != null) {
            first.previous = link;
        }
        first = link;
    }

    void remove(HandleNode child) {
        lock.lock();
        try {
            Link link = child.link;
            if (link.previous != null) {
                link.previous.next = link.next;
            } else if (first == link) {
                first = link.next;
            }
            if (link.next != null) {
                link.next.previous = link.previous;
            }
            link.previous = null;
            link.next = null;
        } finally {
            lock.unlock();
        }
    }

    /** Appends the children, newest first. */
    void copyTo(List<HandleNode> list) {
        lock.lock();
        try {
            for (Link link = first; link != null; link = link.next) {
                list.add(link.child);
            }
        } finally {
            lock.unlock();
        }
    }
}
