package dev.propusk.mariadb;

import dev.propusk.base.StartRefusedException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.export.SslMode;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Where a database is and who asks it, for what works beside the application: commands, and MariaDB's own programs.
 *
 * @param url for {@code java.sql}, with what it says of TLS, without user and password
 */
public record DatabaseAddress(String url, String username, String password) {
    private static final String URL = "spring.datasource.url";

    /** Whether the database is not the embedded one. */
    public static boolean isExternal(Environment environment) {
        return StringUtils.hasText(environment.getProperty(URL));
    }

    /**
     * The one that is set.
     *
     * @throws StartRefusedException where what is set is no address of a MariaDB
     */
    public static DatabaseAddress external(Environment environment) {
        return new DatabaseAddress(
                environment.getProperty(URL, ""),
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
    }

    /** Takes an address as it was set; refuses one that is none of a MariaDB. */
    public DatabaseAddress {
        parsed(url);
    }

    /** The same database, asked by somebody else. */
    public DatabaseAddress as(String other, String theirPassword) {
        return new DatabaseAddress(url, other, theirPassword);
    }

    /**
     * Opens a connection, which the caller closes.
     *
     * @throws StartRefusedException where it does not answer, is no MariaDB or too old a one
     */
    public Connection connect() {
        try {
            Connection connection = DriverManager.getConnection(url, username, password);
            SupportedDatabaseCheck.check(connection);
            return connection;
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(e);
        }
    }

    /** The first one where there are several. */
    public String host() {
        return first().host;
    }

    public int port() {
        return first().port;
    }

    public String schema() {
        return parsed(url).database();
    }

    /** The same for MariaDB's own programs, as the lines of a file of options. */
    List<String> options() {
        Configuration parsed = parsed(url);
        SslMode mode = parsed.sslMode();
        if (mode == null || mode == SslMode.DISABLE) {
            return List.of("skip-ssl");
        }
        String authority = parsed.serverSslCert();
        boolean verified = mode != SslMode.TRUST && authority != null;
        return verified ? List.of("ssl", "ssl-verify-server-cert", "ssl-ca=" + authority) : List.of("ssl");
    }

    private HostAddress first() {
        return parsed(url).addresses().getFirst();
    }

    private static Configuration parsed(String url) {
        try {
            Configuration parsed = Configuration.parse(url);
            if (parsed == null || parsed.addresses().isEmpty() || parsed.database() == null) {
                throw invalid(url);
            }
            return parsed;
        } catch (SQLException e) {
            throw invalid(url);
        }
    }

    private static StartRefusedException invalid(String url) {
        return new StartRefusedException(
                "spring.datasource.url is " + url.replaceFirst("\\?.*", "?…")
                        + ", which is not the address of a database on a MariaDB server.",
                "Write it as jdbc:mariadb://host:3306/propusk.");
    }
}
