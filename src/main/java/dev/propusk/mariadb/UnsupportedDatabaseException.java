package dev.propusk.mariadb;

/** The database that is set is no MariaDB, or too old a one. */
class UnsupportedDatabaseException extends MariaDbException {
    private static final long serialVersionUID = 1;

    UnsupportedDatabaseException(String version) {
        super(
                "The database calls itself " + version + "; Propusk needs MariaDB " + MariaDbVersion.OLDEST.number()
                        + " or newer, because older ones order the bytes of its ids differently.",
                "Upgrade the server, or let spring.datasource.url point to another one.");
    }
}
