package dev.propusk.command.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.springframework.core.env.Environment;

/** Whether the port is free that browsers and gateways come to. */
record FreePort(Environment environment) implements Check {
    private static final int USUAL = 8080;

    @Override
    public String name() {
        return "port";
    }

    @Override
    public List<Finding> look() {
        int port = environment.getProperty("server.port", Integer.class, USUAL);
        if (port <= 0) {
            return List.of(Finding.ok(name(), "Any port is taken that is free."));
        }
        String address = environment.getProperty("server.address");
        try (ServerSocket socket = new ServerSocket(port, 1, address == null ? null : InetAddress.getByName(address))) {
            return List.of(Finding.ok(name(), "Port " + socket.getLocalPort() + " is free."));
        } catch (IOException e) {
            return List.of(Finding.failure(
                    name(),
                    "Port " + port + " can't be listened on: " + e.getMessage() + ".",
                    "Stop what has it (Propusk itself, if it runs already), or set another one as server.port."));
        }
    }
}
