package dev.propusk.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Refuses a database that Propusk can't work with, before anything else touches it. */
class SupportedDatabaseCheck implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof DataSource dataSource) {
            check(version(dataSource));
        }
        return bean;
    }

    static void check(String version) {
        if (MariaDbVersion.in(version).filter(found -> !found.isTooOld()).isEmpty()) {
            throw new UnsupportedDatabaseException(version);
        }
    }

    private static String version(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return version(connection);
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(e);
        }
    }

    static void check(Connection connection) throws SQLException {
        check(version(connection));
    }

    private static String version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select version()")) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
