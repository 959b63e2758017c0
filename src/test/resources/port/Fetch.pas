unit Fetch;
{ InternetCrackUrl } (* FtpPutFile *) // InternetGetCookie
interface
uses Windows, WinInet;
function OpenSession(Agent: PAnsiChar; AccessType: DWORD): HINTERNET; stdcall; external 'wininet.dll' name 'InternetOpenA';
implementation
procedure Run;
begin
  WriteLn('it''s InternetGoOnline(');
  Session := OpenSession('fetch', INTERNET_OPEN_TYPE_DIRECT);
  Url := internetopenurl(Session, 'http://h.test/', nil, 0, Internet_Flag_Reload, 0);
  @Read := GetProcAddress(Library, 'InternetReadFile');
  InternetCloseHandle(Session);
end;
end.
