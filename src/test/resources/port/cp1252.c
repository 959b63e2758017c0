// €é
InternetCloseHandle(h);
