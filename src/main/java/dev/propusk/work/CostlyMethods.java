package dev.propusk.work;

import dev.propusk.base.Places.Place;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Lets methods that are {@link Costly} begin when it is their login's turn. */
@Configuration(proxyBeanMethods = false)
class CostlyMethods {
    /** Behind the checks of who may call (200 to 500), before transactions, which are last. */
    private static final int ORDER = 1_000;

    private record Login(String name) {}

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor costlyMethodsInTurn(ObjectProvider<CostlyWork> work) {
        DefaultPointcutAdvisor advisor =
                new DefaultPointcutAdvisor(AnnotationMatchingPointcut.forMethodAnnotation(Costly.class), inTurn(work));
        advisor.setOrder(ORDER);
        return advisor;
    }

    @SuppressWarnings("try")
    private static MethodInterceptor inTurn(ObjectProvider<CostlyWork> work) {
        return call -> {
            Authentication who = SecurityContextHolder.getContext().getAuthentication();
            try (Place place = work.getObject().take(new Login(who == null ? "" : who.getName()))) {
                return call.proceed();
            }
        };
    }
}
