Attribute VB_Name = "Fetch"
Private Declare PtrSafe Function OpenSession Lib "wininet.dll" Alias "InternetOpenA" (ByVal agent As String) As Long
Private Declare Function InternetCloseHandle Lib "wininet" (ByVal handle As Long) As Integer
Const INTERNET_FLAG_RELOAD = &H80000000
Rem InternetCrackUrl
Sub Run() ' InternetGetCookie
    Debug.Print "say ""FtpPutFile("" twice"
    session = OpenSession("fetch")
    Call internetclosehandle(session)
    InternetHangUp session, 0
End Sub
