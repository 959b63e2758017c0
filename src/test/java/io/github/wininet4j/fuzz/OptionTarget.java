package io.github.wininet4j.fuzz;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.TextBuffer;
import java.util.List;

/** Options: the first bytes choose handle, option, memory and length; any combination is answered. */
final class OptionTarget implements FuzzTarget {
    private final BackEnd api = WinInets.preferred(WinInetConfig.defaults());
    private final HINTERNET session = api.InternetOpen("agent", 1, null, null, 0);
    private final HINTERNET connection = api.InternetConnect(session, "h.test", 80, null, null, 3, 0, 0);
    private final HINTERNET request = api.HttpOpenRequest(connection, null, null, null, null, null, 0, 0);

    @Override
    public String run(byte[] input) {
        int[] b = new int[6];
        for (int i = 0; i < b.length && i < input.length; i++) {
            b[i] = input[i] & 0xFF;
        }
        HINTERNET[] handles = {null, session, connection, request};
        HINTERNET handle = handles[b[0] & 3];
        int length = (b[0] & 0x40) != 0 ? -b[3] : b[3];
        LPVOID memory = memory(b[0] >> 2 & 3, b[4], input);
        DwordRef size = new DwordRef(length);
        boolean done = (b[0] & 0x10) != 0
                ? api.InternetSetOption(handle, b[1], memory, length)
                : api.InternetQueryOption(handle, b[1], memory, size);
        int error = api.GetLastError();
        check(done == (error == 0), "a last error exactly on failure");
        check(error != WinInetError.ERROR_INTERNET_INTERNAL_ERROR, "a foreseen error");
        return done ? "done" : Integer.toString(error);
    }

    private static LPVOID memory(int kind, int size, byte[] input) {
        return switch (kind) {
            case 0 -> null;
            case 1 -> new DwordRef(size);
            case 2 -> new TextBuffer(FuzzText.of(input));
            default -> new ByteBlock(size);
        };
    }

    @Override
    public List<String> words() {
        return List.of(
                "\u0001", "\u0002", "\u0003", "\u0010", "\u0011", "\u0013", "\u001B", "\u0004", "\u0020", "\u0040");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.option");
    }
}
