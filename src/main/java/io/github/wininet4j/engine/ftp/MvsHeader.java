package io.github.wininet4j.engine.ftp;

/** The first line of listings of MVS, without which the others cannot be understood. */
final class MvsHeader {
    private MvsHeader() {}

    static boolean isOne(String line) {
        String text = line.strip();
        return text.startsWith("Volume Unit ")
                || text.startsWith("Name     VV.MM")
                || text.startsWith("Name      Size");
    }
}
