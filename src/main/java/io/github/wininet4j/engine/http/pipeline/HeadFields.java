package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.engine.http.h1.ResponseHead;
import io.github.wininet4j.engine.http.head.ResponseFields;

/** A head off the wire in the form that queries read. */
record HeadFields(ResponseHead head) implements ResponseFields {
    @Override
    public int status() {
        return head.status();
    }

    @Override
    public String version() {
        return "HTTP/" + head.majorVersion() + "." + head.minorVersion();
    }

    @Override
    public String reason() {
        return head.reason();
    }

    @Override
    public int headerCount() {
        return head.size();
    }

    @Override
    public String name(int index) {
        return head.name(index);
    }

    @Override
    public String value(int index) {
        return head.value(index);
    }

    @Override
    public int find(String name, int nth) {
        int at = -1;
        for (int left = nth; left >= 0; left--) {
            at = head.find(name, at + 1);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }
}
