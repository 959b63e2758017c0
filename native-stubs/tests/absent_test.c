/* The functions that no source describes can be linked to, and fail with ERROR_CALL_NOT_IMPLEMENTED. Needs no engine. */
#include "check.h"

#define ABSENT(result, value, name) result WINAPI name(VOID);
#define ABSENT_PROCEDURE(name) VOID WINAPI name(VOID);
#include "wininet4j_absent.def"
#undef ABSENT
#undef ABSENT_PROCEDURE

int main(void) {
    int functions = 0;
#define ABSENT(result, value, name)                                                                                    \
    SetLastError(0);                                                                                                   \
    FAILS(name() != (result)(value), ERROR_CALL_NOT_IMPLEMENTED);                                                      \
    functions++;
#define ABSENT_PROCEDURE(name)                                                                                         \
    SetLastError(0);                                                                                                   \
    name();                                                                                                            \
    CHECK(GetLastError() == ERROR_CALL_NOT_IMPLEMENTED);                                                               \
    functions++;
#include "wininet4j_absent.def"
    printf("%d functions, %d failures\n", functions, failures);
    return 0;
}
