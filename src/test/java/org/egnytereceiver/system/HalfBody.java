package org.egnytereceiver.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** A delivery whose caller takes its time: the headers and the first bytes are sent, the rest when a test wants it. */
final class HalfBody implements AutoCloseable {

    private final Socket socket;
    private final byte[] body;
    private int sent;

    HalfBody(URI root, String body) throws IOException {
        this.body = body.getBytes(UTF_8);
        socket = new Socket(root.getHost(), root.getPort());
        write("POST " + root.getPath() + "webhooks/connect HTTP/1.1\r\nHost: " + root.getAuthority()
                + "\r\nAuthorization: " + Receiver.SECRET + "\r\nContent-Type: application/json\r\nContent-Length: "
                + this.body.length + "\r\n\r\n");
        send(1);
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    void send(int bytes) throws IOException {
        socket.getOutputStream().write(body, sent, bytes);
        socket.getOutputStream().flush();
        sent += bytes;
    }

    void sendTheRest() throws IOException {
        send(body.length - sent);
    }

    /** @return whether something was answered already */
    boolean isAnswered() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** Waits for the answer. */
    int status() throws IOException {
        socket.setSoTimeout(60_000);
        var line = new StringBuilder();
        for (var next = socket.getInputStream().read(); next >= 0 && next != '\r'; next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return Integer.parseInt(line.toString().split(" ")[1]);
    }

    /** The caller hangs up, without a word. */
    void breakOff() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
