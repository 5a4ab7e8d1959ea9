package dev.propusk.data;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.cfg.JdbcSettings;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/**
 * Spares each transaction the statements around it: a question of one statement would cost six round trips, not two.
 *
 * <p>The pool's connections have auto-commit off for good. Who asks for one outside of a transaction is given it with
 * auto-commit on, so that what such a statement does stands.
 */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {
    @Bean
    static BeanPostProcessor sparingConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HibernateJpaVendorAdapter hibernate) {
                    // the server need not be told that a transaction only reads
                    hibernate.setPrepareConnection(false);
                }
                return bean instanceof HikariDataSource pool ? new CommittingDataSource(pool) : bean;
            }
        };
    }

    /** Transactions begin on the pool itself. */
    @Bean
    HibernatePropertiesCustomizer transactionsFromThePool(DataSource dataSource) {
        return properties -> {
            if (dataSource instanceof CommittingDataSource committing) {
                properties.put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, committing.pool);
            }
        };
    }

    private static final class CommittingDataSource extends DelegatingDataSource {
        private final HikariDataSource pool;

        CommittingDataSource(HikariDataSource pool) {
            super(pool);
            this.pool = pool;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            connection.setAutoCommit(true);
            return connection;
        }
    }
}
