package io.github.wininet4j.packaging;

import io.github.wininet4j.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The source of a program that uses the jar: it prints where it found the library and what a server answered. */
final class Consumer {
    private Consumer() {}

    /** Writes it into a new folder. */
    static Path write(Path parent, String backEnd) throws IOException {
        if (backEnd.equals("native")) {
            // What builds the library beside the jar.
            Tools.require("gcc");
        }
        Path source = Files.createDirectories(parent.resolve("source"));
        Files.writeString(source.resolve("Consumer.java"), """
                package consumer;

                import io.github.wininet4j.BackEnd;
                import io.github.wininet4j.WinInetConfig;
                import io.github.wininet4j.WinInets;
                import io.github.wininet4j.constant.InternetFlag;
                import io.github.wininet4j.type.DwordRef;
                import io.github.wininet4j.type.HINTERNET;
                import java.nio.ByteBuffer;
                import java.nio.charset.StandardCharsets;

                public final class Consumer {
                    public static void main(String[] args) {
                        try (BackEnd wininet = WinInets.named(args[0], WinInetConfig.defaults())) {
                            HINTERNET session = wininet.InternetOpen(
                                    "consumer", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
                            HINTERNET file = wininet.InternetOpenUrl(session, args[1], null, 0, 0, 0);
                            ByteBuffer buffer = ByteBuffer.allocate(100);
                            DwordRef count = new DwordRef();
                            if (!wininet.InternetReadFile(file, buffer, buffer.capacity(), count)) {
                                throw new IllegalStateException("error " + wininet.GetLastError());
                            }
                            String text = new String(buffer.array(), 0, count.value, StandardCharsets.UTF_8);
                            String where = String.valueOf(WinInets.class.getModule());
                            System.out.println(where.replaceAll(" @.*", "") + ": " + text);
                        }
                    }
                }
                """);
        return source;
    }
}
