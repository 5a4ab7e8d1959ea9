package dev.propusk.migration;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Stands around Liquibase's work: before it, whether this program may touch the schema at all; until it is done, alone. */
@Component
class MigrationGuard implements BeanPostProcessor {
    private final Map<String, MigrationLock> locks = new HashMap<>();

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof SpringLiquibase liquibase) {
            try {
                locks.put(name, take(liquibase.getDataSource()));
            } catch (SQLException e) {
                throw new MigrationException(e);
            }
        }
        return bean;
    }

    private static MigrationLock take(DataSource dataSource) throws SQLException {
        MigrationLock lock = MigrationLock.take(dataSource);
        try {
            SchemaGeneration.check(lock.connection());
            lock.freeWhatWasCutOff();
            return lock;
        } catch (SQLException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        MigrationLock lock = locks.remove(name);
        if (lock != null) {
            lock.close();
        }
        return bean;
    }
}
