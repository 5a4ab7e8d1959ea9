package dev.propusk.security.door;

import dev.propusk.security.NeedsProof;
import dev.propusk.security.Proof;
import dev.propusk.security.ProofNeededException;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;

/** Asks for {@link NeedsProof} at each method that says so, after it is known that the caller may call it at all. */
@Configuration
class ProofConfiguration {
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor proofAdvisor(ObjectProvider<Proof> proof) {
        AuthorizationManager<MethodInvocation> recent = (caller, call) -> {
            if (!proof.getObject().isRecent()) {
                throw new ProofNeededException();
            }
            return new AuthorizationDecision(true);
        };
        AuthorizationManagerBeforeMethodInterceptor advisor = new AuthorizationManagerBeforeMethodInterceptor(
                new AnnotationMatchingPointcut(null, NeedsProof.class, true), recent);
        advisor.setOrder(AuthorizationInterceptorsOrder.PRE_AUTHORIZE.getOrder() + 1);
        return advisor;
    }
}
