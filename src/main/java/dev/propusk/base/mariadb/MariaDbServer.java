package dev.propusk.base.mariadb;

import java.nio.file.Path;

/**
 * A server that can be started.
 *
 * @param baseDirectory the folder that it was installed in
 * @param daemon {@code mariadbd}
 * @param installer {@code mariadb-install-db}
 */
record MariaDbServer(Path baseDirectory, Path daemon, Path installer) {}
