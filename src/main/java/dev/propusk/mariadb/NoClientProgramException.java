package dev.propusk.mariadb;

/** The machine has none of MariaDB's own programs of that name. */
class NoClientProgramException extends MariaDbException {
    private static final long serialVersionUID = 1;

    NoClientProgramException(String name) {
        super(
                "There is no program " + name + " here.",
                "Install MariaDB's client programs (on Debian and Ubuntu: apt install mariadb-client).");
    }
}
