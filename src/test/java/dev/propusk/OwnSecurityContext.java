package dev.propusk;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Lets who is signed in be held by the application that a test class asks. The holder is one for the whole process, and
 * each application sets its own when it starts; the one of a class before is of use to nobody.
 */
public class OwnSecurityContext extends AbstractTestExecutionListener {
    @Override
    public void beforeTestClass(TestContext context) {
        context.getApplicationContext()
                .getBeanProvider(SecurityContextHolderStrategy.class)
                .ifAvailable(SecurityContextHolder::setContextHolderStrategy);
    }
}
