package dev.propusk.mariadb;

/** Neither the machine nor the class path has a MariaDB that fits. */
class NoMariaDbServerException extends MariaDbException {
    private static final long serialVersionUID = 1;

    NoMariaDbServerException(String why) {
        super(
                "No database is set, and there is no MariaDB server here to start: " + why + ".",
                "Install MariaDB " + MariaDbVersion.OLDEST.number()
                        + " or newer (on Debian and Ubuntu: apt install mariadb-server-core),"
                        + " or let spring.datasource.url point to a running one.");
    }
}
