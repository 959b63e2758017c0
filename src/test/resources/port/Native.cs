using System.Runtime.InteropServices;

/// <summary>InternetCrackUrl in a comment.</summary>
static class Native
{
    const string Text = @"C:\InternetGetCookie(""";
    const string More = $"FtpPutFile(";

    [DllImport("wininet.dll", EntryPoint = "InternetOpenW", CharSet = CharSet.Unicode, SetLastError = true)]
    public static extern IntPtr OpenSession(string agent, int type, string proxy, string bypass, int flags);

    [DllImport("wininet.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static extern bool InternetCloseHandle(IntPtr handle);

    static void Main()
    {
        var session = Native.OpenSession("fetch", 0, null, null, 0);
        Native.InternetCloseHandle(session);
        NativeLibrary.GetExport(library, "HttpSendRequestW");
    }
}
