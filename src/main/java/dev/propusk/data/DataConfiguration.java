package dev.propusk.data;

import javax.sql.DataSource;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** Turns on what {@link Atomic} stands on. */
@Configuration(proxyBeanMethods = false)
class DataConfiguration {
    @Bean
    static DatabaseNews databaseNews() {
        return new DatabaseNews(System::nanoTime);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static AtomicCalls atomicCalls(ObjectProvider<DataSource> dataSource) {
        return new AtomicCalls(dataSource);
    }

    /** Inside the checks of who may call: what is refused needs no transaction. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor atomicMethods(AtomicCalls calls) {
        return new DefaultPointcutAdvisor(AnnotationMatchingPointcut.forMethodAnnotation(Atomic.class), calls);
    }
}
