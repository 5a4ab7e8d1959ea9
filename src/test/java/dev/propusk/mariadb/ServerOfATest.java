package dev.propusk.mariadb;

import java.nio.file.Path;

/** A server for a test of its own. */
public final class ServerOfATest {
    private ServerOfATest() {}

    public static EmbeddedMariaDb in(Path dataDirectory) {
        return EmbeddedMariaDb.open(TestDatabases.in(dataDirectory));
    }
}
