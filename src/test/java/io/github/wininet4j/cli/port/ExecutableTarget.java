package io.github.wininet4j.cli.port;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.fuzz.FuzzTarget;
import java.util.List;

/** Programs for Windows: the input lies over a small library, from an offset that its first two bytes give. */
public final class ExecutableTarget implements FuzzTarget {
    private final byte[] narrow = Image.of(false, false).bytes();
    private final byte[] wide = Image.of(true, false).bytes();

    /** Creates the target. */
    public ExecutableTarget() {}

    @Override
    public String run(byte[] input) {
        byte[] file = (input.length % 2 == 0 ? wide : narrow).clone();
        if (input.length > 2) {
            int offset = (Byte.toUnsignedInt(input[0]) | (Byte.toUnsignedInt(input[1]) << 8)) % file.length;
            System.arraycopy(input, 2, file, offset, Math.min(input.length - 2, file.length - offset));
        }
        ExecutableReader.Result result = Image.read(file);
        check(result.imports().size() <= file.length, "no more imports than bytes");
        return result.damage().isEmpty() ? "accepted" : result.damage();
    }

    @Override
    public List<String> words() {
        return List.of("MZ", "PE\0\0", "wininet.dll\0", "\u000b\u0001", "\u000b\u0002", "\0\u0010\0\0", "\0\0\0\0");
    }

    @Override
    public List<String> packages() {
        return List.of("cli.port");
    }
}
