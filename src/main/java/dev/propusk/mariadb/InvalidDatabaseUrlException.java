package dev.propusk.mariadb;

/** What is set as the database's address is none of a MariaDB. */
class InvalidDatabaseUrlException extends MariaDbException {
    private static final long serialVersionUID = 1;

    InvalidDatabaseUrlException(String url) {
        super(
                "spring.datasource.url is " + url.replaceFirst("\\?.*", "?…")
                        + ", which is not the address of a database on a MariaDB server.",
                "Write it as jdbc:mariadb://host:3306/propusk.");
    }
}
