package dev.propusk.data;

import javax.sql.DataSource;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.SpringTransactionAnnotationParser;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.util.StringUtils;

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

    /** Each {@code @Transactional} names the manager, too; so early is it asked for that it can't be exchanged later. */
    @Bean
    static BeanFactoryPostProcessor namedManagers() {
        return beans -> {
            if (beans.containsBeanDefinition("transactionAttributeSource")
                    && beans.getBeanDefinition("transactionAttributeSource")
                            instanceof AbstractBeanDefinition attributes) {
                attributes.setInstanceSupplier(DataConfiguration::named);
            }
        };
    }

    private static AnnotationTransactionAttributeSource named() {
        AnnotationTransactionAttributeSource attributes = new AnnotationTransactionAttributeSource(new Naming());
        attributes.setPublicMethodsOnly(false);
        return attributes;
    }

    /** See {@link WithinTransaction#MANAGER}. */
    private static final class Naming extends SpringTransactionAnnotationParser {
        private static final long serialVersionUID = 1;

        @Override
        protected TransactionAttribute parseTransactionAnnotation(AnnotationAttributes attributes) {
            TransactionAttribute parsed = super.parseTransactionAnnotation(attributes);
            if (parsed instanceof DefaultTransactionAttribute named && !StringUtils.hasText(named.getQualifier())) {
                named.setQualifier(WithinTransaction.MANAGER);
            }
            return parsed;
        }
    }
}
