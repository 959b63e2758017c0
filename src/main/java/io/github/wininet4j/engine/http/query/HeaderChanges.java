package io.github.wininet4j.engine.http.query;

import io.github.wininet4j.engine.http.head.HeaderList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the lines of a program do to the headers of a request. */
interface HeaderChanges {
    /** Whether there is a header of a name. */
    boolean has(String name);

    /** Removes the first header of a name, which is there. */
    void removeFirst(String name);

    /** Adds a header at the end. */
    void add(String name, String value);

    /**
     * Extends the first header of a name, which is there. No separator stands beside an empty element, which says
     * nothing (RFC 9110 section 5.6.1).
     */
    void coalesce(String name, String separator, String value);

    /** A list that is changed at once: good for a few lines, as each looks at all headers. */
    record Direct(HeaderList list) implements HeaderChanges {
        @Override
        public boolean has(String name) {
            return list.contains(name);
        }

        @Override
        public void removeFirst(String name) {
            list.removeFirst(name);
        }

        @Override
        public void add(String name, String value) {
            list.add(name, value);
        }

        @Override
        public void coalesce(String name, String separator, String value) {
            int at = list.find(name, 0);
            String old = list.value(at);
            list.setValue(at, old + (old.isEmpty() || value.isEmpty() ? "" : separator) + value);
        }
    }

    /** A copy of a list in which each line costs its own length, however many headers there are. */
    final class Indexed implements HeaderChanges {
        private final List<Header> headers = new ArrayList<>();
        private final Map<String, ArrayDeque<Header>> byName = new HashMap<>();

        /** One header; its value grows. */
        private static final class Header {
            private final String name;
            private final StringBuilder value;
            private boolean removed;

            Header(String name, String value) {
                this.name = name;
                this.value = new StringBuilder(value);
            }
        }

        Indexed(HeaderList list) {
            for (int i = 0; i < list.size(); i++) {
                add(list.name(i), list.value(i));
            }
        }

        private ArrayDeque<Header> named(String name) {
            return byName.computeIfAbsent(folded(name), key -> new ArrayDeque<>(1));
        }

        /** Letters outside ASCII keep their case (R-HDR-14). */
        private static String folded(String name) {
            char[] chars = name.toCharArray();
            for (int i = 0; i < chars.length; i++) {
                if (chars[i] >= 'A' && chars[i] <= 'Z') {
                    chars[i] = (char) (chars[i] - 'A' + 'a');
                }
            }
            return new String(chars);
        }

        @Override
        public boolean has(String name) {
            return !named(name).isEmpty();
        }

        @Override
        public void removeFirst(String name) {
            named(name).removeFirst().removed = true;
        }

        @Override
        public void add(String name, String value) {
            Header header = new Header(name, value);
            headers.add(header);
            named(name).add(header);
        }

        @Override
        public void coalesce(String name, String separator, String value) {
            StringBuilder old = named(name).getFirst().value;
            if (old.length() > 0 && !value.isEmpty()) {
                old.append(separator);
            }
            old.append(value);
        }

        /** Returns the changed list. */
        HeaderList result() {
            HeaderList list = new HeaderList();
            for (Header header : headers) {
                if (!header.removed) {
                    list.add(header.name, header.value.toString());
                }
            }
            return list;
        }
    }
}
