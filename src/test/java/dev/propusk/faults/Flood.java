package dev.propusk.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Sends what nobody should, and counts what came back by its status; 0 where the connection was closed without one. */
final class Flood {
    private static final int PATIENCE = 60_000;

    private final int port;
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final LongAdder sent = new LongAdder();

    Flood(int port) {
        this.port = port;
    }

    int faults() {
        return statuses.entrySet().stream()
                .filter(status -> status.getKey() >= 500)
                .mapToInt(status -> status.getValue().get())
                .sum();
    }

    int count() {
        return statuses.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    @Override
    public String toString() {
        return statuses + ", " + sent.sum() / 1_000_000 + " MB sent";
    }

    /** One request; its answer is read to its end. */
    int send(byte[] request) {
        int status = status(request);
        statuses.computeIfAbsent(status, any -> new AtomicInteger()).incrementAndGet();
        return status;
    }

    private int status(byte[] request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            sent.add(request.length);
            return status(socket.getInputStream());
        } catch (IOException e) {
            return 0;
        }
    }

    /** A body in chunks, as long as it is taken, up to so many bytes. */
    void chunks(String head, byte[] chunk, long most) {
        int status = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            OutputStream out = socket.getOutputStream();
            out.write((head + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            byte[] begin = (Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (long bytes = 0; bytes < most && socket.getInputStream().available() == 0; bytes += chunk.length) {
                out.write(begin);
                out.write(chunk);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                sent.add(chunk.length);
            }
            status = status(socket.getInputStream());
        } catch (IOException e) {
            // closed while it was being sent
        }
        statuses.computeIfAbsent(status, any -> new AtomicInteger()).incrementAndGet();
    }

    private static int status(InputStream in) throws IOException {
        byte[] line = in.readNBytes(12);
        in.transferTo(OutputStream.nullOutputStream());
        String text = new String(line, StandardCharsets.ISO_8859_1);
        return text.matches("HTTP/1\\.1 \\d{3}") ? Integer.parseInt(text.substring(9)) : 0;
    }
}
