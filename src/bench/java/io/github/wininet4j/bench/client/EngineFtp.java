package io.github.wininet4j.bench.client;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.FtpTransfer;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32File;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;

/** The facade's FTP functions in synchronous mode, for files of an anonymous server. */
final class EngineFtp implements SyncClient {
    private final Target target;
    private final BackEnd wininet;
    private final HINTERNET session;
    private long statuses;

    EngineFtp(Target target) throws Exception {
        this.target = target;
        this.wininet = Facade.open("engine", target);
        this.session = Facade.session(wininet, target, 0, (handle, context, status, info, length) -> statuses++);
    }

    @Override
    public Lane lane() {
        HINTERNET connection = wininet.InternetConnect(
                session,
                target.host(),
                target.port(),
                null,
                null,
                ServiceType.INTERNET_SERVICE_FTP,
                InternetFlag.INTERNET_FLAG_PASSIVE,
                1);
        Facade.check(wininet, "InternetConnect", connection != null);
        ByteBuffer buffer = ByteBuffer.allocate(target.readSize());
        DwordRef count = new DwordRef();
        return path -> {
            HINTERNET file = wininet.FtpOpenFile(
                    connection,
                    path,
                    Win32File.GENERIC_READ,
                    FtpTransfer.FTP_TRANSFER_TYPE_BINARY | InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE,
                    1);
            Facade.check(wininet, "FtpOpenFile", file != null);
            return Facade.finish(wininet, file, buffer, count);
        };
    }

    @Override
    public void close() {
        if (statuses == 0) {
            throw new IllegalStateException("no callback was called");
        }
        wininet.close();
    }
}
