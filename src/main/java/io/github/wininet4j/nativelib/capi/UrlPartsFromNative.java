package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Pointer;
import io.github.wininet4j.ansi.AnsiBuffer;
import io.github.wininet4j.ansi.URL_COMPONENTSA;
import io.github.wininet4j.nativelib.memory.NarrowText;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.nativelib.memory.UrlPart;
import io.github.wininet4j.nativelib.memory.WideText;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import org.jspecify.annotations.Nullable;

/** {@code URL_COMPONENTS} of a C caller: its buffers are used where they are, and views become pointers into its URL (R-CRACK-3). */
enum UrlPartsFromNative {
    /** The wide structure. */
    WIDE {
        @Override
        Structure fresh() {
            return new URL_COMPONENTS();
        }

        @Override
        Object input(Pointer text, int length) {
            return output(text, length > 0 ? length : WideText.length(text) + 1);
        }

        @Override
        Object output(Pointer text, int length) {
            return new TextBuffer(WideText.view(text, length));
        }

        @Override
        void give(Object buffer, int length, Pointer text) {
            // The buffer is the caller's memory.
        }

        @Override
        long offset(Object buffer) {
            return (long) ((TextBuffer) buffer).offset() * Character.BYTES;
        }
    },

    /** The A structure. */
    ANSI {
        @Override
        Structure fresh() {
            return new URL_COMPONENTSA();
        }

        @Override
        Object input(Pointer text, int length) {
            return new AnsiBuffer(text.getByteArray(0, length > 0 ? length : NarrowText.length(text)));
        }

        @Override
        Object output(Pointer text, int length) {
            return new AnsiBuffer(length);
        }

        @Override
        void give(Object buffer, int length, Pointer text) {
            AnsiBuffer filled = (AnsiBuffer) buffer;
            byte[] bytes = filled.bytes(Math.min(length + 1, filled.capacity()));
            text.write(0, bytes, 0, bytes.length);
        }

        @Override
        long offset(Object buffer) {
            return ((AnsiBuffer) buffer).offset();
        }
    };

    /** Returns an empty structure. */
    abstract Structure fresh();

    /** Returns a part that goes in; a length of 0 or less stands for all up to the NUL. */
    abstract Object input(Pointer text, int length);

    /** Returns a buffer of so many characters to be filled. */
    abstract Object output(Pointer text, int length);

    /** Moves a filled buffer, and its NUL if it has one, to the caller. */
    abstract void give(Object buffer, int length, Pointer text);

    /** Returns where in the URL a view starts, in bytes. */
    abstract long offset(Object buffer);

    @Nullable
    Object take(InboundCall call, int index, String function) {
        Pointer memory = FromNativeConverters.pointer(call, index);
        if (memory == null) {
            return null;
        }
        boolean cracks = function.equals("InternetCrackUrl");
        Structure parts = fresh();
        StructureLayout.of(parts.getClass()).readNumbers(parts, memory);
        for (UrlPart part : UrlPart.values()) {
            Pointer text = memory.getPointer(part.pointerOffset());
            int length = part.length(parts);
            if (text != null) {
                part.set(parts, cracks ? output(text, Math.max(length, 0)) : input(text, length), length);
            }
        }
        if (cracks) {
            call.onCompletion(() -> give(call, parts, memory));
        }
        return parts;
    }

    private void give(InboundCall call, Structure parts, Pointer memory) {
        StructureLayout.of(parts.getClass()).writeNumbers(parts, memory);
        for (UrlPart part : UrlPart.values()) {
            Object buffer = part.buffer(parts, Object.class);
            Pointer text = memory.getPointer(part.pointerOffset());
            if (buffer != null && text == null) {
                memory.setPointer(part.pointerOffset(), new Pointer(call.slot(0)).share(offset(buffer)));
            } else if (buffer != null && text != null && call.succeeded()) {
                give(buffer, part.length(parts), text);
            }
        }
    }
}
