package dev.propusk.mariadb;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Tells the connection pool where the embedded server is. */
class EmbeddedMariaDbConnection implements JdbcConnectionDetails {
    private final EmbeddedMariaDb server;

    EmbeddedMariaDbConnection(EmbeddedMariaDb server) {
        this.server = server;
    }

    @Override
    public String getJdbcUrl() {
        return server.jdbcUrl();
    }

    @Override
    public String getUsername() {
        return server.username();
    }

    @Override
    public String getPassword() {
        return server.password();
    }
}
