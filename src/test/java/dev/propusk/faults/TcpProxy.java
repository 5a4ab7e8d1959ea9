package dev.propusk.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a program and what it asks, such as the application and its database, and can cut the wire. */
public final class TcpProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    public TcpProxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Ends all connections at once, whatever is under way, and lets no new one through. */
    public void cut() {
        cut = true;
        sockets.forEach(TcpProxy::close);
        sockets.clear();
    }

    public void restore() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (cut) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // the test has ended, or nobody answers there: the client sees its connection close
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket asked = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        asked.setTcpNoDelay(true);
        sockets.add(client);
        sockets.add(asked);
        Thread.ofPlatform().daemon().start(() -> pump(client, asked));
        Thread.ofPlatform().daemon().start(() -> pump(asked, client));
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try (InputStream in = from.getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            // one side is gone, and so the other goes
        } finally {
            close(from);
            close(to);
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed
        }
    }
}
