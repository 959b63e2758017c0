#include <afxinet.h>

class CWatchedSession : public CInternetSession {
    void OnStatusCallback(DWORD_PTR context, DWORD status, LPVOID, DWORD) override;
};

void fetch(CString path)
{
    CWatchedSession watched;
    CInternetSession session(_T("fetch"));
    CHttpConnection *connection = session.GetHttpConnection(_T("h.test"));
    CHttpFile *file = connection->OpenRequest(CHttpConnection::HTTP_VERB_GET, path);
    file->SendRequest();
    file->Read(0, 0);
    CFile local;
    local.Read(0, 0);
    watched.SetOption(INTERNET_OPTION_SEND_TIMEOUT, 1000);
}
