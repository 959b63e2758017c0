package io.github.wininet4j.engine.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;

/**
 * A connected socket as TLS sees it: what arrives is read in large pieces, as the JDK's TLS would ask the system twice for each record.
 * Everything that {@code SSLSocket} asks of the socket below goes to that socket.
 */
// The socket below does its own locking, and a close must not wait for a lock of this one.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class TlsTransport extends Socket {
    /** Room for some records of 16 KiB. */
    private static final int PIECE = 65_536;

    private final Socket tcp;
    private final InputStream input;

    TlsTransport(Socket tcp, InputStream arriving) throws SocketException {
        super((SocketImpl) null);
        this.tcp = tcp;
        this.input = new Pieces(new ReadBuffer(arriving, PIECE));
    }

    private static final class Pieces extends InputStream {
        private final ReadBuffer buffer;

        Pieces(ReadBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public int read() throws IOException {
            return buffer.read(this);
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            return buffer.read(target, offset, count);
        }

        @Override
        public int available() throws IOException {
            return buffer.length() + buffer.arrived();
        }
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return tcp.getOutputStream();
    }

    @Override
    public boolean isConnected() {
        return tcp.isConnected();
    }

    @Override
    public boolean isBound() {
        return tcp.isBound();
    }

    @Override
    public boolean isClosed() {
        return tcp.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        return tcp.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return tcp.isOutputShutdown();
    }

    @Override
    public void shutdownInput() throws IOException {
        tcp.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        tcp.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        tcp.close();
    }

    @Override
    public InetAddress getInetAddress() {
        return tcp.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return tcp.getLocalAddress();
    }

    @Override
    public int getPort() {
        return tcp.getPort();
    }

    @Override
    public int getLocalPort() {
        return tcp.getLocalPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return tcp.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return tcp.getLocalSocketAddress();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        tcp.setSoTimeout(millis);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return tcp.getSoTimeout();
    }

    @Override
    public void setSoLinger(boolean on, int seconds) throws SocketException {
        tcp.setSoLinger(on, seconds);
    }

    @Override
    public int getSoLinger() throws SocketException {
        return tcp.getSoLinger();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        tcp.setTcpNoDelay(on);
    }

    @Override
    public boolean getTcpNoDelay() throws SocketException {
        return tcp.getTcpNoDelay();
    }

    @Override
    public String toString() {
        return tcp.toString();
    }
}
