package dev.propusk.command.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Looks at one thing in the database, and changes nothing. */
interface DatabaseCheck {
    List<Finding> findings(Connection connection) throws SQLException;
}
