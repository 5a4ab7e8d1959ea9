package dev.propusk.mariadb;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Gives the connection pool the embedded server unless {@code spring.datasource.url} names another. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbeddedMariaDbSettings.class)
class MariaDbConfiguration {
    @Bean
    static SupportedDatabaseCheck supportedDatabaseCheck() {
        return new SupportedDatabaseCheck();
    }

    /** The pool depends on it, and so is closed before the server stops. */
    @Bean(destroyMethod = "close")
    @Conditional(NoDatabaseSet.class)
    EmbeddedMariaDb embeddedMariaDb(EmbeddedMariaDbSettings settings) {
        return EmbeddedMariaDb.open(settings);
    }

    @Bean
    @Conditional(NoDatabaseSet.class)
    JdbcConnectionDetails embeddedMariaDbConnection(EmbeddedMariaDb server) {
        return new EmbeddedMariaDbConnection(server);
    }

    static class NoDatabaseSet implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
