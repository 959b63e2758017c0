// é
InternetCloseHandle(h);
