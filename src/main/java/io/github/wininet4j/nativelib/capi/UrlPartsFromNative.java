package io.github.wininet4j.nativelib.capi;

import com.sun.jna.Pointer;
import io.github.wininet4j.ansi.AnsiBuffer;
import io.github.wininet4j.ansi.URL_COMPONENTSA;
import io.github.wininet4j.function.Role;
import io.github.wininet4j.function.Role.Direction;
import io.github.wininet4j.nativelib.memory.NarrowText;
import io.github.wininet4j.nativelib.memory.StructureLayout;
import io.github.wininet4j.nativelib.memory.WideText;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import io.github.wininet4j.type.UrlPart;
import io.github.wininet4j.type.UrlParts;

/**
 * {@code URL_COMPONENTS} of a C caller: its buffers are used where they are, and views become pointers into its URL
 * (R-CRACK-3).
 */
enum UrlPartsFromNative {
    /** The wide structure. */
    WIDE {
        @Override
        UrlParts<?> fresh() {
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
        Object nothing() {
            return new TextBuffer(0);
        }

        @Override
        long offset(Object buffer) {
            return (long) ((TextBuffer) buffer).offset() * Character.BYTES;
        }
    },

    /** The A structure. */
    ANSI {
        @Override
        UrlParts<?> fresh() {
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

        @Override
        Object nothing() {
            return new AnsiBuffer(0);
        }
    };

    /** Characters of the longest part that is accepted. */
    private static final int LONGEST = 1 << 20;

    /** The A structure has the same. */
    private static final StructureLayout LAYOUT = StructureLayout.of(URL_COMPONENTS.class);

    /** Returns an empty structure. */
    abstract UrlParts<?> fresh();

    /** Returns a part that goes in; a length of 0 or less stands for all up to the NUL. */
    abstract Object input(Pointer text, int length);

    /** Returns a buffer of so many characters to be filled. */
    abstract Object output(Pointer text, int length);

    /** Moves a filled buffer, and its NUL if it has one, to the caller. */
    abstract void give(Object buffer, int length, Pointer text);

    /** Returns where in the URL a view starts, in bytes. */
    abstract long offset(Object buffer);

    /** Returns a buffer without room. */
    abstract Object nothing();

    /** Returns how the parameter is taken: with its text, or with buffers to be filled. */
    FromNative converter(Role role) {
        boolean isFilled = role.direction() != Direction.IN;
        int url = role.related();
        return (call, i) -> {
            Pointer memory = FromNativeConverters.pointer(call, i);
            return memory == null ? null : take(fresh(), call, memory, isFilled, url);
        };
    }

    private <B> Object take(UrlParts<B> parts, InboundCall call, Pointer memory, boolean isFilled, int url) {
        StructureLayout layout = StructureLayout.of(parts.getClass());
        if (!layout.isSizeRight(memory)) {
            layout.readOwnSize(parts, memory);
            return parts;
        }
        layout.readNumbers(parts, memory);
        for (UrlPart part : UrlPart.values()) {
            Pointer text = memory.getPointer(LAYOUT.offset(part.pointerName()));
            if (text != null) {
                take(parts, part, text, isFilled);
            }
        }
        if (isFilled) {
            call.onCompletion(() -> give(call, parts, memory, url));
        }
        return parts;
    }

    /** An output buffer is capped at the limit; an input text whose stated length exceeds it is ignored. */
    private void take(UrlParts<?> parts, UrlPart part, Pointer text, boolean isFilled) {
        int stated = parts.length(part);
        boolean isBelieved = stated >= 0 && stated <= LONGEST;
        if (isFilled) {
            int room = isBelieved ? stated : LONGEST;
            set(parts, part, output(text, room), room);
        } else {
            set(parts, part, isBelieved ? input(text, stated) : nothing(), stated);
        }
    }

    @SuppressWarnings("unchecked") // Each constant makes buffers of the type that its structure has.
    private static <B> void set(UrlParts<B> parts, UrlPart part, Object buffer, int length) {
        parts.set(part, (B) buffer, length);
    }

    private void give(InboundCall call, UrlParts<?> parts, Pointer memory, int url) {
        if (!call.succeeded()) {
            return;
        }
        StructureLayout.of(parts.getClass()).writeNumbers(parts, memory);
        for (UrlPart part : UrlPart.values()) {
            Object buffer = parts.buffer(part);
            int pointer = LAYOUT.offset(part.pointerName());
            Pointer text = memory.getPointer(pointer);
            if (buffer != null && text == null) {
                memory.setPointer(pointer, new Pointer(call.slot(url)).share(offset(buffer)));
            } else if (buffer != null && text != null) {
                give(buffer, parts.length(part), text);
            }
        }
    }
}
