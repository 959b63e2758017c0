package io.github.wininet4j.engine.http.head;

import io.github.wininet4j.engine.fault.WinInetFailure;
import java.util.Arrays;
import java.util.Objects;

/**
 * Headers in their order, to be changed. Whatever way a header takes into the list, it cannot break out of its line on
 * the wire.
 *
 * <p>Not thread-safe. Made for about ten headers: a search looks at each.
 */
public final class HeaderList implements HeaderFields {
    private static final int FIRST_CAPACITY = 8;
    private static final String[] NONE = {};

    private String[] names;
    private String[] values;
    private int size;

    /** Creates an empty list. */
    public HeaderList() {
        this.names = NONE;
        this.values = NONE;
    }

    private HeaderList(HeaderList original) {
        this();
        assign(original);
    }

    /** Returns the number of headers, duplicates counted. */
    public int size() {
        return size;
    }

    @Override
    public int headerCount() {
        return size;
    }

    @Override
    public String name(int index) {
        return names[Objects.checkIndex(index, size)];
    }

    @Override
    public String value(int index) {
        return values[Objects.checkIndex(index, size)];
    }

    /**
     * Adds a header at the end, whether or not there is one of that name.
     *
     * @param name its name
     * @param value its value; cleaned by {@link HeaderText#cleanValue}
     * @throws WinInetFailure {@code ERROR_HTTP_INVALID_HEADER} if the name cannot be one
     */
    public void add(String name, String value) {
        HeaderText.requireName(name);
        append(name, HeaderText.cleanValue(value));
    }

    /**
     * Adds a header that a server sent, which may have any name.
     *
     * @param name its name
     * @param value its value; cleaned by {@link HeaderText#cleanValue}
     */
    public void addReceived(String name, String value) {
        append(name, HeaderText.cleanValue(value));
    }

    /** Adds a header that has been checked. */
    void append(String name, String value) {
        if (size == names.length) {
            int capacity = Math.max(FIRST_CAPACITY, 2 * size);
            names = Arrays.copyOf(names, capacity);
            values = Arrays.copyOf(values, capacity);
        }
        names[size] = name;
        values[size] = value;
        size++;
    }

    /**
     * Gives a name one value: the first header of that name keeps its place and its spelling, further ones go. Added if
     * there is none.
     *
     * @param name the name
     * @param value the value; cleaned by {@link HeaderText#cleanValue}
     * @throws WinInetFailure {@code ERROR_HTTP_INVALID_HEADER} if the name cannot be one
     */
    public void set(String name, String value) {
        int at = find(name, 0);
        if (at < 0) {
            add(name, value);
            return;
        }
        setValue(at, value);
        removeFrom(at + 1, name);
    }

    /**
     * Changes the value of one header.
     *
     * @param index its place
     * @param value the value; cleaned by {@link HeaderText#cleanValue}
     */
    public void setValue(int index, String value) {
        values[Objects.checkIndex(index, size)] = HeaderText.cleanValue(value);
    }

    /**
     * Removes the first header of a name.
     *
     * @param name the name
     * @return whether there was one
     */
    public boolean removeFirst(String name) {
        int at = find(name, 0);
        if (at < 0) {
            return false;
        }
        removeAt(at);
        return true;
    }

    /**
     * Removes all headers of a name.
     *
     * @param name the name
     * @return how many there were
     */
    public int removeAll(String name) {
        return removeFrom(0, name);
    }

    private int removeFrom(int start, String name) {
        int before = size;
        for (int i = size - 1; i >= start; i--) {
            if (HeaderFields.sameName(names[i], name)) {
                removeAt(i);
            }
        }
        return before - size;
    }

    /**
     * Removes one header.
     *
     * @param index its place
     */
    public void removeAt(int index) {
        Objects.checkIndex(index, size);
        int behind = size - index - 1;
        System.arraycopy(names, index + 1, names, index, behind);
        System.arraycopy(values, index + 1, values, index, behind);
        size--;
    }

    /** Removes all headers. */
    public void clear() {
        size = 0;
    }

    /**
     * Becomes equal to another list.
     *
     * @param other the other list
     */
    public void assign(HeaderList other) {
        names = other.size == 0 ? NONE : other.names.clone();
        values = other.size == 0 ? NONE : other.values.clone();
        size = other.size;
    }

    /**
     * Copies the list.
     *
     * @return a list of the same headers that changes on its own
     */
    public HeaderList copy() {
        return new HeaderList(this);
    }

    /** Names only: a value may be a secret. */
    @Override
    public String toString() {
        return Arrays.asList(names).subList(0, size).toString();
    }
}
