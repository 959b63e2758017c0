/* Calls into the library as a plain C program does, twice, and prints what came of it. */
#include <wininet.h>

#include <stdio.h>

int main(void) {
    for (int i = 0; i < 2; i++) {
        SetLastError(0);
        BOOL closed = InternetCloseHandle((HINTERNET)(DWORD_PTR)7);
        printf("BOOL %d error %u\n", closed, (unsigned)GetLastError());
    }
    printf("position %u\n", (unsigned)InternetSetFilePointer(NULL, 0, NULL, FILE_BEGIN, 0));
    return 0;
}
