package io.github.wininet4j.engine.net.tls;

import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.WinInetError;
import java.util.Set;

/**
 * What can be wrong with a server's certificate (R-TLS-2, R-TLS-4, R-TLS-8). The order is that in which it is reported;
 * that of the first three was seen with a running WinInet (Wine's, R-TLS-10 does not give it).
 */
enum CertificateProblem {
    DATE(
            WinInetError.ERROR_INTERNET_SEC_CERT_DATE_INVALID,
            SecurityFlag.SECURITY_FLAG_IGNORE_CERT_DATE_INVALID,
            0x0400_0000),
    UNKNOWN_AUTHORITY(
            WinInetError.ERROR_INTERNET_INVALID_CA, SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA, 0x0100_0000),
    NAME(
            WinInetError.ERROR_INTERNET_SEC_CERT_CN_INVALID,
            SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID,
            0x0200_0000),
    REVOKED(WinInetError.ERROR_INTERNET_SEC_CERT_REVOKED, SecurityFlag.SECURITY_FLAG_IGNORE_REVOCATION, 0x0080_0000),
    REVOCATION_UNCHECKED(
            WinInetError.ERROR_INTERNET_SEC_CERT_REV_FAILED, SecurityFlag.SECURITY_FLAG_IGNORE_REVOCATION, 0x0080_0000),
    NO_REVOCATION_INFORMATION(
            WinInetError.ERROR_INTERNET_SEC_CERT_NO_REV, SecurityFlag.SECURITY_FLAG_IGNORE_REVOCATION, 0x0080_0000),
    WRONG_USAGE(WinInetError.ERROR_INTERNET_SEC_INVALID_CERT, SecurityFlag.SECURITY_FLAG_IGNORE_WRONG_USAGE, 0),
    WEAK_SIGNATURE(WinInetError.ERROR_INTERNET_SEC_INVALID_CERT, SecurityFlag.SECURITY_FLAG_IGNORE_WEAK_SIGNATURE, 0),
    INVALID(WinInetError.ERROR_INTERNET_SEC_INVALID_CERT, 0, 0);

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

    /** Returns the result bits of some problems (R-TLS-8). */
    static int resultFlags(Set<CertificateProblem> problems) {
        int flags = 0;
        for (CertificateProblem problem : problems) {
            flags |= problem.resultFlag;
        }
        return flags;
    }

    /** Returns the bits that make all of some problems ignored. */
    static int ignoreFlags(Set<CertificateProblem> problems) {
        int flags = 0;
        for (CertificateProblem problem : problems) {
            flags |= problem.ignoreFlag;
        }
        return flags;
    }

    boolean ignoredBy(int flags) {
        return (flags & ignoreFlag) != 0;
    }
}
