/* pool URL COUNT: downloads a page COUNT times on four threads. */
#include <windows.h>
#include <wininet.h>
#include <process.h>
#include <stdio.h>
#include <stdlib.h>

#define THREADS 4

static CRITICAL_SECTION g_cs;
static HANDLE g_hWork, g_hStop;
static LONG g_nLeft, g_nDone, g_nFailed;
static LONGLONG g_cbAll;
static HINTERNET g_hSession;
static const char *g_pszUrl;

static void Download(void)
{
    HINTERNET hUrl = InternetOpenUrlA(g_hSession, g_pszUrl, NULL, 0, INTERNET_FLAG_RELOAD, 0);
    char *pBuffer = (char *)LocalAlloc(LMEM_FIXED, 2048);
    DWORD dwRead;

    if (hUrl == NULL) {
        InterlockedIncrement(&g_nFailed);
    } else {
        while (InternetReadFile(hUrl, pBuffer, 2048, &dwRead) && dwRead > 0) {
            EnterCriticalSection(&g_cs);
            g_cbAll += dwRead;
            LeaveCriticalSection(&g_cs);
        }
        InternetCloseHandle(hUrl);
    }
    LocalFree(pBuffer);
    InterlockedIncrement(&g_nDone);
    if (InterlockedDecrement(&g_nLeft) == 0)
        SetEvent(g_hStop);
}

static unsigned __stdcall Worker(void *pParameter)
{
    HANDLE rghWait[2];

    rghWait[0] = g_hWork;
    rghWait[1] = g_hStop;
    while (WaitForMultipleObjects(2, rghWait, FALSE, INFINITE) == WAIT_OBJECT_0)
        Download();
    return (unsigned)(ULONG_PTR)pParameter;
}

static DWORD WINAPI Once(LPVOID lpParameter)
{
    InterlockedExchange((LONG *)lpParameter, 42);
    return 0;
}

int main(int argc, char *argv[])
{
    HANDLE rghThread[THREADS];
    LONG nOnce = 0;
    DWORD i, dwCode, dwSum = 0;

    if (argc != 3)
        return 2;
    g_pszUrl = argv[1];
    g_nLeft = atoi(argv[2]);
    InitializeCriticalSection(&g_cs);
    g_hWork = CreateSemaphore(NULL, 0, 1000, NULL);
    g_hStop = CreateEvent(NULL, TRUE, FALSE, NULL);
    g_hSession = InternetOpen("pool", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    for (i = 0; i < THREADS; i++)
        rghThread[i] = (HANDLE)_beginthreadex(NULL, 0, Worker, (void *)(ULONG_PTR)(i + 1), 0, NULL);
    ReleaseSemaphore(g_hWork, g_nLeft, NULL);
    QueueUserWorkItem(Once, &nOnce, WT_EXECUTEDEFAULT);
    if (WaitForMultipleObjects(THREADS, rghThread, TRUE, INFINITE) != WAIT_OBJECT_0)
        return 1;
    for (i = 0; i < THREADS; i++) {
        GetExitCodeThread(rghThread[i], &dwCode);
        dwSum += dwCode;
        CloseHandle(rghThread[i]);
    }
    while (InterlockedCompareExchange(&nOnce, 0, 42) != 42)
        Sleep(1);
    printf("%ld done, %ld failed, %I64d bytes, codes %lu, last wait %s\n", g_nDone, g_nFailed, g_cbAll, dwSum,
        WaitForSingleObject(g_hWork, 0) == WAIT_TIMEOUT ? "timed out" : "done");
    InternetCloseHandle(g_hSession);
    CloseHandle(g_hWork);
    CloseHandle(g_hStop);
    DeleteCriticalSection(&g_cs);
    return 0;
}
