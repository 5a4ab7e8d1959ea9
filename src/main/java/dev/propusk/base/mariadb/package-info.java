/** The embedded MariaDB: a real server that the application starts and stops itself where no other database is set. */
@NullMarked
package dev.propusk.base.mariadb;

import org.jspecify.annotations.NullMarked;
