package io.github.wininet4j.bench.client;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import java.nio.ByteBuffer;

/** The facade in synchronous mode, with a callback that counts. */
final class EngineSync implements SyncClient {
    private final Target target;
    private final BackEnd wininet;
    private final HINTERNET session;
    private final HINTERNET connection;
    private final String headers;
    private long statuses;

    EngineSync(String backEnd, Target target) throws Exception {
        this.target = target;
        this.wininet = Facade.open(backEnd, target);
        this.session = Facade.session(wininet, target, 0, (handle, context, status, info, length) -> statuses++);
        this.connection = Facade.connect(wininet, session, target);
        this.headers = Facade.headers(target);
    }

    @Override
    public Lane lane() {
        return new CallLane();
    }

    @Override
    public void close() {
        if (statuses == 0) {
            throw new IllegalStateException("no callback was called");
        }
        wininet.close();
    }

    /** The calls of one thread. */
    private final class CallLane implements Lane {
        private final ByteBuffer buffer = ByteBuffer.allocate(target.readSize());
        private final DwordRef count = new DwordRef();

        @Override
        public long get(String path) {
            HINTERNET request = open(null, path, Facade.flags(target));
            Facade.check(wininet, "HttpSendRequest", Facade.send(wininet, request, headers));
            return Facade.finish(wininet, request, buffer, count);
        }

        @Override
        public long put(String path, long size) {
            HINTERNET request = open("PUT", path, Facade.flags(target) | InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE);
            INTERNET_BUFFERS head = new INTERNET_BUFFERS();
            head.dwBufferTotal = (int) size;
            Facade.check(wininet, "HttpSendRequestEx", wininet.HttpSendRequestEx(request, head, null, 0, 0));
            for (long left = size; left > 0; left -= count.value) {
                buffer.clear();
                int part = (int) Math.min(left, buffer.capacity());
                Facade.check(wininet, "InternetWriteFile", wininet.InternetWriteFile(request, buffer, part, count));
            }
            Facade.check(wininet, "HttpEndRequest", wininet.HttpEndRequest(request, null, 0, 0));
            Facade.finish(wininet, request, buffer, count);
            return size;
        }

        private HINTERNET open(String verb, String path, int flags) {
            HINTERNET request = wininet.HttpOpenRequest(connection, verb, path, null, null, null, flags, 1);
            Facade.check(wininet, "HttpOpenRequest", request != null);
            Facade.allowHttp2(wininet, request, target);
            return request;
        }
    }
}
