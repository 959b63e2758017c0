/*
 * The library that Java loads as wininet: each function forwards to the one of that name in Wine's DLL.
 *
 * The last error is errno here. JNA takes that for the system's last error on Linux, so the binding goes the way that
 * it goes on Windows, where it asks JNA for GetLastError.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "relay.h"

static const struct relay *relay;

__attribute__((constructor)) static void find_relay(void)
{
    const char *address = getenv(RELAY_VARIABLE);

    if (!address) {
        fputs("this library works within native-stubs/wine/host.c only\n", stderr);
        abort();
    }
    relay = (const struct relay *)strtoull(address, NULL, 16);
}

static uint64_t forward(void **function, const char *dll, const char *name, uint64_t *words)
{
    uint32_t last_error = errno;
    int sets_callback = !strncmp(name, "InternetSetStatusCallback", 25);
    int queries = !strncmp(name, "InternetQueryOption", 19);
    uint64_t result;

    if (!*function)
        *function = relay->find(dll, name);
    if (!*function) {
        errno = 127; /* ERROR_PROC_NOT_FOUND */
        return 0;
    }
    if (sets_callback)
        words[1] = (uint64_t)relay->to_windows((void *)words[1]);
    result = relay->call(*function, words, &last_error);
    if (sets_callback)
        result = (uint64_t)relay->from_windows((void *)result);
    /* INTERNET_OPTION_CALLBACK */
    if (queries && (uint32_t)result && (uint32_t)words[1] == 1)
        *(void **)words[2] = relay->from_windows(*(void **)words[2]);
    errno = (int)last_error;
    return result;
}

#define FORWARD(dll, name)                                                                                             \
    uint64_t name(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f, uint64_t g, uint64_t h,      \
        uint64_t i, uint64_t j)                                                                                        \
    {                                                                                                                  \
        static void *function;                                                                                         \
        uint64_t words[RELAY_WORDS] = { a, b, c, d, e, f, g, h, i, j };                                                \
        return forward(&function, dll, #name, words);                                                                  \
    }

#define EXPORT(name) FORWARD("wininet.dll", name)
#include "exports.inc"

/* What goes with WinInet in other DLLs, for its memory and for certificates. */
FORWARD("kernel32.dll", GlobalFree)
FORWARD("crypt32.dll", PFXImportCertStore)
FORWARD("crypt32.dll", CertEnumCertificatesInStore)
FORWARD("crypt32.dll", CertGetCertificateContextProperty)
FORWARD("crypt32.dll", CertCloseStore)
FORWARD("crypt32.dll", CertDuplicateCertificateContext)
FORWARD("crypt32.dll", CertFreeCertificateContext)
FORWARD("crypt32.dll", CertFreeCertificateChain)
FORWARD("advapi32.dll", CryptAcquireContextW)
