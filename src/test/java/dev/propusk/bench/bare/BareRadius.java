package dev.propusk.bench.bare;

import dev.propusk.gateway.FreeRadius;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The least that RADIUS over this database can be: FreeRADIUS and its own SQL module, without the application. */
public final class BareRadius implements AutoCloseable {
    private static final Path CONFIGURATION = Path.of("src", "test", "freeradius");
    private static final Path MODULE = Path.of("/usr/lib/freeradius/rlm_sql_mysql.so");

    private final FreeRadius server;
    private final int authPort = FreeRadius.freePort();
    private final int acctPort = FreeRadius.freePort();

    /**
     * Starts it.
     *
     * @param contracts by the address from which each one's gateway speaks
     * @param folder of its own
     */
    public BareRadius(JdbcConnectionDetails database, Map<String, String> contracts, String secret, Path folder)
            throws Exception {
        URI address = URI.create(database.getJdbcUrl().substring("jdbc:".length()));
        String clients = contracts.entrySet().stream()
                .map(one -> "client gw-%s {\n ipaddr = %s\n secret = %s\n contract = %s\n}\n"
                        .formatted(one.getKey(), one.getKey(), secret, one.getValue()))
                .collect(Collectors.joining());
        server = FreeRadius.start(
                CONFIGURATION,
                Map.of(
                        "BARE_RUN", folder.toString(),
                        "BARE_CLIENTS",
                                Files.writeString(folder.resolve("clients.conf"), clients)
                                        .toString(),
                        "BARE_DATABASE", address.getPath().substring(1),
                        "BARE_DATABASE_PORT", Integer.toString(address.getPort()),
                        "BARE_DATABASE_USER", Objects.requireNonNullElse(database.getUsername(), ""),
                        "BARE_DATABASE_PASSWORD", Objects.requireNonNullElse(database.getPassword(), ""),
                        "BARE_AUTH_PORT", Integer.toString(authPort),
                        "BARE_ACCT_PORT", Integer.toString(acctPort)));
    }

    public static boolean isInstalled() {
        return FreeRadius.isInstalled() && Files.exists(MODULE);
    }

    public int authPort() {
        return authPort;
    }

    public int acctPort() {
        return acctPort;
    }

    @Override
    public void close() {
        server.close();
    }
}
