package io.github.wininet4j.engine.net;

/** What can be wrong with a server's certificate, in the order in which it is reported (R-TLS-2, R-TLS-4, R-TLS-8). */
enum CertificateProblem {
    UNKNOWN_AUTHORITY(12045, 0x0000_0100, 0x0100_0000),
    NAME(12038, 0x0000_1000, 0x0200_0000),
    DATE(12037, 0x0000_2000, 0x0400_0000),
    REVOKED(12170, 0x0000_0080, 0x0080_0000),
    REVOCATION_UNCHECKED(12057, 0x0000_0080, 0x0080_0000),
    NO_REVOCATION_INFORMATION(12056, 0x0000_0080, 0x0080_0000),
    WRONG_USAGE(12169, 0x0000_0200, 0),
    WEAK_SIGNATURE(12169, 0x0001_0000, 0),
    INVALID(12169, 0, 0);

    private final int errorCode;
    private final int ignoreFlag;
    private final int resultFlag;

    CertificateProblem(int errorCode, int ignoreFlag, int resultFlag) {
        this.errorCode = errorCode;
        this.ignoreFlag = ignoreFlag;
        this.resultFlag = resultFlag;
    }

    int errorCode() {
        return errorCode;
    }

    int resultFlag() {
        return resultFlag;
    }

    boolean ignoredBy(int flags) {
        return (flags & ignoreFlag) != 0;
    }
}
