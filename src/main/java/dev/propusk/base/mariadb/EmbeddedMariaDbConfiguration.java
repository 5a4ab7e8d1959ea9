package dev.propusk.base.mariadb;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded database where no other one is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbeddedMariaDbSettings.class)
class EmbeddedMariaDbConfiguration {
    @Bean
    static SupportedDatabaseCheck supportedDatabaseCheck() {
        return new SupportedDatabaseCheck();
    }

    @Bean(destroyMethod = "release")
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
    EmbeddedMariaDb embeddedMariaDb(EmbeddedMariaDbSettings settings) {
        return EmbeddedMariaDb.use(settings);
    }

    @Bean
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedMariaDb database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return EmbeddedMariaDb.SCHEMA;
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }
}
