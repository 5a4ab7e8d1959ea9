/**
 * The embedded database: finds a server's binaries, starts one on files, watches it, stops it.
 *
 * <p>In: settings {@code propusk.data-dir} and {@code propusk.mariadb.*}. Out: a JDBC address for Spring;
 * no feature knows of it. What works beside the application finds the database by {@link dev.propusk.mariadb.ReachedDatabase}. Begin with {@code MariaDbConfiguration}, then {@link dev.propusk.mariadb.EmbeddedMariaDb}.
 */
@NullMarked
package dev.propusk.mariadb;

import org.jspecify.annotations.NullMarked;
