package org.egnytereceiver.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that is kept alive, with nothing but what the benchmark needs: an HTTP client of the platform
 * takes more of two processors than the receiver it is to measure.
 */
final class HttpConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final String LENGTH = "\r\ncontent-length:";

    private final URI server;
    private final byte[] buffer = new byte[16 << 10];
    private Socket socket;

    /** What came back. */
    record Answer(int status, String body) {
    }

    HttpConnection(URI server) {
        this.server = server;
    }

    Answer send(byte[] request) throws IOException {
        if (socket == null) {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
        socket.getOutputStream().write(request);
        return answer();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private Answer answer() throws IOException {
        var filled = 0;
        var head = -1;
        while (head < 0) {
            filled += read(filled);
            head = endOfHead(filled);
        }
        var headers = new String(buffer, 0, head, ISO_8859_1).toLowerCase(Locale.ROOT);
        var end = head + 4 + length(headers);
        while (filled < end) {
            filled += read(filled);
        }
        if (headers.contains("\r\nconnection: close")) {
            close();
        }
        var body = new String(buffer, head + 4, end - head - 4, ISO_8859_1);
        return new Answer(Integer.parseInt(headers, 9, 12, 10), body);
    }

    private int read(int at) throws IOException {
        var read = socket.getInputStream().read(buffer, at, buffer.length - at);
        if (read <= 0) {
            throw new EOFException("the server closed the connection");
        }
        return read;
    }

    private int endOfHead(int filled) {
        for (var i = 0; i + 3 < filled; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int length(String headers) throws IOException {
        var at = headers.indexOf(LENGTH);
        if (at < 0) {
            throw new IOException("an answer without a length: " + headers);
        }
        var end = headers.indexOf('\r', at + LENGTH.length());
        return Integer.parseInt(headers.substring(at + LENGTH.length(), end < 0 ? headers.length() : end).strip());
    }
}
