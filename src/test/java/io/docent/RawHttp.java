package io.docent;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection for requests that no proper client would send. */
public final class RawHttp implements AutoCloseable {

    private final Socket socket;

    public RawHttp(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
    }

    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** What came until this text did, or all there was until the other side closed. */
    public String readUntil(String end) throws IOException {
        StringBuilder received = new StringBuilder();
        InputStream in = socket.getInputStream();
        byte[] some = new byte[8_192];
        while (received.indexOf(end) < 0) {
            int count;
            try {
                count = in.read(some);
            } catch (SocketTimeoutException e) {
                throw new IOException("no '" + end + "' came, only: " + received, e);
            }
            if (count < 0) {
                break;
            }
            received.append(new String(some, 0, count, StandardCharsets.UTF_8));
        }
        return received.toString();
    }

    /** The status line of the response to a request without a body. */
    public static String status(int port, String request, String... headers) throws IOException {
        try (RawHttp raw = new RawHttp(port)) {
            raw.send(request + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n");
            String received = raw.readUntil("\r\n");
            return received.substring(0, Math.max(0, received.indexOf("\r\n")));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
