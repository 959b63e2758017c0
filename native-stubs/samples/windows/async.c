/* async URL: an asynchronous download, with a status callback that sets events. */
#include <windows.h>
#include <wininet.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct _REQUEST_CONTEXT {
    HINTERNET hRequest;
    HANDLE hComplete;
    HANDLE hClosed;
    DWORD dwError;
    LONG nStatuses;
} REQUEST_CONTEXT, *PREQUEST_CONTEXT;

static VOID CALLBACK StatusCallback(
    _In_ HINTERNET hInternet,
    _In_ DWORD_PTR dwContext,
    _In_ DWORD dwStatus,
    _In_opt_ LPVOID pvInfo,
    _In_ DWORD cbInfo)
{
    PREQUEST_CONTEXT pContext = (PREQUEST_CONTEXT)dwContext;
    UNREFERENCED_PARAMETER(hInternet);
    UNREFERENCED_PARAMETER(cbInfo);

    InterlockedIncrement(&pContext->nStatuses);
    switch (dwStatus) {
    case INTERNET_STATUS_HANDLE_CREATED:
        pContext->hRequest = (HINTERNET)((LPINTERNET_ASYNC_RESULT)pvInfo)->dwResult;
        break;
    case INTERNET_STATUS_REQUEST_COMPLETE:
        pContext->dwError = ((LPINTERNET_ASYNC_RESULT)pvInfo)->dwError;
        SetEvent(pContext->hComplete);
        break;
    case INTERNET_STATUS_HANDLE_CLOSING:
        SetEvent(pContext->hClosed);
        break;
    }
}

static BOOL Await(PREQUEST_CONTEXT pContext, BOOL fDone)
{
    if (fDone)
        return TRUE;
    if (GetLastError() != ERROR_IO_PENDING)
        return FALSE;
    if (WaitForSingleObject(pContext->hComplete, 60 * 1000) != WAIT_OBJECT_0) {
        SetLastError(ERROR_INTERNET_TIMEOUT);
        return FALSE;
    }
    SetLastError(pContext->dwError);
    return pContext->dwError == ERROR_SUCCESS;
}

int main(int argc, char *argv[])
{
    static REQUEST_CONTEXT context;
    static char buffer[1000];
    ULONGLONG ullStart = GetTickCount64();
    ULONGLONG cbTotal = 0;
    HINTERNET hInternet, hUrl;
    DWORD dwRead;

    if (argc != 2)
        return 2;
    context.hComplete = CreateEvent(NULL, FALSE, FALSE, NULL);
    context.hClosed = CreateEvent(NULL, TRUE, FALSE, NULL);
    hInternet = InternetOpen("async", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, INTERNET_FLAG_ASYNC);
    if (InternetSetStatusCallback(hInternet, StatusCallback) == INTERNET_INVALID_STATUS_CALLBACK)
        return 1;
    hUrl = InternetOpenUrl(hInternet, argv[1], NULL, 0, INTERNET_FLAG_RELOAD, (DWORD_PTR)&context);
    if (hUrl == NULL && !Await(&context, FALSE)) {
        fprintf(stderr, "InternetOpenUrl: %lu\n", GetLastError());
        return 1;
    }
    do {
        dwRead = 0;
        if (!Await(&context, InternetReadFile(context.hRequest, buffer, sizeof buffer, &dwRead))) {
            fprintf(stderr, "InternetReadFile: %lu\n", GetLastError());
            return 1;
        }
        cbTotal += dwRead;
    } while (dwRead > 0);
    InternetCloseHandle(context.hRequest);
    WaitForSingleObject(context.hClosed, INFINITE);
    InternetCloseHandle(hInternet);
    printf("%I64u bytes, %s statuses, %s\n", cbTotal, context.nStatuses > 5 ? "many" : "few",
        GetTickCount64() - ullStart < 600000 ? "in time" : "late");
    CloseHandle(context.hComplete);
    CloseHandle(context.hClosed);
    return 0;
}
