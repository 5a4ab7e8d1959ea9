package dev.propusk.data;

import dev.propusk.data.Tries.Done;
import jakarta.persistence.PessimisticLockException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.AbstractFallbackTransactionAttributeSource;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.interceptor.TransactionAttribute;

/** Carries out the calls of {@link Atomic} methods: the tries around, a transaction in each of them. */
final class AtomicCalls extends TransactionAspectSupport implements MethodInterceptor {
    private final RetryTemplate tries = new RetryTemplate(RetryPolicy.builder()
            .includes(
                    ConcurrencyFailureException.class,
                    PessimisticLockException.class,
                    TransientDataAccessException.class,
                    DataAccessResourceFailureException.class)
            .maxRetries(30)
            .delay(Duration.ofMillis(2))
            .jitter(Duration.ofMillis(5))
            .multiplier(1.4)
            .maxDelay(Duration.ofMillis(200))
            .build());
    private final ObjectProvider<DataSource> dataSource;

    AtomicCalls(ObjectProvider<DataSource> dataSource) {
        this.dataSource = dataSource;
        setTransactionAttributeSource(new Attributes());
    }

    /** What {@link Atomic} says at a method, read once. */
    private static final class Attributes extends AbstractFallbackTransactionAttributeSource {
        @Override
        protected @Nullable TransactionAttribute findTransactionAttribute(Class<?> type) {
            return null;
        }

        @Override
        protected @Nullable TransactionAttribute findTransactionAttribute(Method method) {
            if (!AnnotatedElementUtils.hasAnnotation(method, Atomic.class)) {
                return null;
            }
            DefaultTransactionAttribute attribute =
                    new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            attribute.setQualifier(WithinTransaction.MANAGER);
            return attribute;
        }
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        Tries all = new Tries();
        try {
            return ScopedValue.where(Tries.RUNNING, all)
                    .call(() -> tries.execute(() -> Optional.ofNullable(attempt(call, all))))
                    .orElse(null);
        } catch (RetryException e) {
            throw e.getCause();
        }
    }

    private @Nullable Object attempt(MethodInvocation call, Tries all) throws Throwable {
        Optional<Done> earlier = standing(all);
        if (earlier.isPresent()) {
            return earlier.get().result();
        }
        all.begin();
        Class<?> type = call.getThis() == null ? null : call.getThis().getClass();
        try {
            MethodInvocation own = ((ProxyMethodInvocation) call).invocableClone();
            return invokeWithinTransaction(call.getMethod(), type, () -> all.reachCommit(own.proceed()));
        } catch (ConcurrencyFailureException e) {
            throw e;
        } catch (DataIntegrityViolationException e) {
            // an earlier try's COMMIT landed only now
            return standing(all).orElseThrow(() -> e).result();
        } catch (Throwable e) {
            all.loseAnswer();
            throw e;
        }
    }

    /** Waits for a transaction that is still under way, on this server, to stand or to fall. */
    private Optional<Done> standing(Tries all) {
        return Optional.ofNullable(all.unanswered())
                .filter(done -> JdbcClient.create(dataSource.getObject())
                        .sql("select 1 from " + done.table() + " where id = ? lock in share mode")
                        .param(done.id())
                        .query(Integer.class)
                        .optional()
                        .isPresent());
    }
}
