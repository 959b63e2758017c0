package io.github.wininet4j.cli;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.FtpTransfer;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.Win32File;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.HandleRef;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A user who is logged on to a server, and what is done there. */
final class FtpServerSession implements AutoCloseable {
    private static final int PIECE = 262_144;

    private final WinInet wininet;
    private final HINTERNET session;
    private final HINTERNET connect;

    private FtpServerSession(WinInet wininet, HINTERNET session, HINTERNET connect) {
        this.wininet = wininet;
        this.session = session;
        this.connect = connect;
    }

    static FtpServerSession open(WinInet wininet, FtpTarget target, boolean active) {
        HINTERNET session = wininet.InternetOpen("wininet4j", InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG, null, null, 0);
        if (session == null) {
            throw failed(wininet, "InternetOpen");
        }
        HINTERNET connect = wininet.InternetConnect(
                session,
                target.host(),
                target.port(),
                target.user(),
                target.password(),
                ServiceType.INTERNET_SERVICE_FTP,
                active ? 0 : InternetFlag.INTERNET_FLAG_PASSIVE,
                0);
        if (connect == null) {
            throw failed(wininet, "InternetConnect");
        }
        return new FtpServerSession(wininet, session, connect);
    }

    /** A call that failed, with what the server said. */
    private static CallFailedException failed(WinInet wininet, String function) {
        int error = wininet.GetLastError();
        String said = "";
        if (error == WinInetError.ERROR_INTERNET_EXTENDED_ERROR) {
            TextBuffer text = new TextBuffer(2_000);
            if (wininet.InternetGetLastResponseInfo(new DwordRef(), text, new DwordRef(2_000))) {
                said = " (" + text.toString().strip() + ")";
            }
        }
        return new CallFailedException(function + said, error);
    }

    /** Lists a folder, a file, or what fits a pattern. */
    List<FtpEntry> list(String path) {
        List<FtpEntry> entries = new ArrayList<>();
        String pattern = path;
        if (path.indexOf(' ') >= 0) {
            // A pattern must not have blanks, but the name of a folder may.
            int slash = path.lastIndexOf('/');
            boolean wild = path.indexOf('*', slash + 1) >= 0 || path.indexOf('?', slash + 1) >= 0;
            pattern = wild ? path.substring(slash + 1) : "";
            enter(wild ? path.substring(0, Math.max(slash, 0)) : path);
        }
        WIN32_FIND_DATA entry = new WIN32_FIND_DATA();
        HINTERNET find = wininet.FtpFindFirstFile(connect, pattern, entry, InternetFlag.INTERNET_FLAG_RELOAD, 0);
        if (find == null) {
            if (wininet.GetLastError() == Win32Error.ERROR_NO_MORE_FILES) {
                return entries;
            }
            throw failed(wininet, "FtpFindFirstFile");
        }
        do {
            entries.add(FtpEntry.of(entry));
        } while (wininet.InternetFindNextFile(find, entry));
        if (wininet.GetLastError() != Win32Error.ERROR_NO_MORE_FILES) {
            throw failed(wininet, "InternetFindNextFile");
        }
        wininet.InternetCloseHandle(find);
        return entries;
    }

    private void enter(String folder) {
        if (!folder.isEmpty() && !wininet.FtpSetCurrentDirectory(connect, folder)) {
            throw failed(wininet, "FtpSetCurrentDirectory");
        }
    }

    /** The files that fit a pattern, without folders. */
    List<String> names(String pattern) {
        return list(pattern).stream()
                .filter(entry -> !entry.folder())
                .map(FtpEntry::name)
                .toList();
    }

    /** Fetches a file, or what of it is not there yet. */
    void get(String remote, Path local, FtpOptions options, Progress progress) {
        try {
            Path folder = local.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.exists(local) && !options.resume && !options.force) {
                throw new FileAlreadyExistsException(local.toString());
            }
            long there = options.resume && Files.exists(local) ? Files.size(local) : 0;
            restartAt(there);
            HINTERNET from = wininet.FtpOpenFile(
                    connect, remote, Win32File.GENERIC_READ, FtpTransfer.FTP_TRANSFER_TYPE_BINARY, 0);
            // A file that the server does not have leaves none here.
            if (from == null) {
                throw failed(wininet, "FtpOpenFile");
            }
            try (FileChannel file = FileChannel.open(local, openOptions(options))) {
                file.position(there);
                DwordRef high = new DwordRef();
                int low = wininet.FtpGetFileSize(from, high);
                progress.announce((((long) high.value << Integer.SIZE) | Integer.toUnsignedLong(low)) - there);
                copy(from, file, progress);
            } finally {
                wininet.InternetCloseHandle(from);
            }
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(local + " exists; --force overwrites it, --resume goes on with it");
        } catch (IOException e) {
            throw new UsageException(local + ": " + e);
        }
    }

    private static StandardOpenOption[] openOptions(FtpOptions options) {
        if (options.resume) {
            return new StandardOpenOption[] {StandardOpenOption.WRITE, StandardOpenOption.CREATE};
        }
        return options.force
                ? new StandardOpenOption[] {
                    StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING
                }
                : new StandardOpenOption[] {StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW};
    }

    private void restartAt(long offset) {
        if (offset > 0 && !wininet.FtpCommand(connect, false, 0, "REST " + offset, 0, null)) {
            throw failed(wininet, "FtpCommand REST");
        }
    }

    private void copy(HINTERNET from, FileChannel to, Progress progress) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        DwordRef count = new DwordRef();
        while (true) {
            piece.clear();
            if (!wininet.InternetReadFile(from, piece, PIECE, count)) {
                throw failed(wininet, "InternetReadFile");
            }
            if (count.value == 0) {
                return;
            }
            piece.limit(count.value);
            while (piece.hasRemaining()) {
                to.write(piece);
            }
            progress.moved(count.value);
        }
    }

    /** Sends a file, or what of it the server does not have yet. */
    void put(Path local, String remote, boolean resume, Progress progress) {
        try (FileChannel file = FileChannel.open(local, StandardOpenOption.READ)) {
            long there = resume ? remoteSize(remote) : 0;
            progress.announce(Math.max(0, file.size() - there));
            file.position(there);
            HandleRef to = new HandleRef();
            String command = (there > 0 ? "APPE " : "STOR ") + remote;
            int binary = FtpTransfer.FTP_TRANSFER_TYPE_BINARY;
            if (!wininet.FtpCommand(connect, true, binary, command, 0, to) || to.value == null) {
                throw failed(wininet, "FtpCommand " + command);
            }
            send(file, to.value, progress);
        } catch (IOException e) {
            throw new UsageException(local + ": " + e);
        }
    }

    private long remoteSize(String remote) {
        HINTERNET file =
                wininet.FtpOpenFile(connect, remote, Win32File.GENERIC_READ, FtpTransfer.FTP_TRANSFER_TYPE_BINARY, 0);
        if (file == null) {
            return 0;
        }
        DwordRef high = new DwordRef();
        int low = wininet.FtpGetFileSize(file, high);
        wininet.InternetCloseHandle(file);
        return ((long) high.value << Integer.SIZE) | Integer.toUnsignedLong(low);
    }

    private void send(FileChannel from, HINTERNET to, Progress progress) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        while (from.read(piece.clear()) >= 0) {
            piece.flip();
            int count = piece.remaining();
            if (!wininet.InternetWriteFile(to, piece, count, new DwordRef())) {
                throw failed(wininet, "InternetWriteFile");
            }
            progress.moved(count);
        }
        wininet.InternetCloseHandle(to);
        DwordRef error = new DwordRef();
        TextBuffer said = new TextBuffer(2_000);
        // Only the server's last words tell whether it has the file.
        if (wininet.InternetGetLastResponseInfo(error, said, new DwordRef(2_000)) && error.value != 0) {
            throw new CallFailedException(
                    "InternetCloseHandle (" + said.toString().strip() + ")", error.value);
        }
    }

    @Override
    public void close() {
        wininet.InternetCloseHandle(session);
    }
}
