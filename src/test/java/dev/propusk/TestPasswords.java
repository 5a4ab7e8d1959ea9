package dev.propusk;

import dev.propusk.security.door.PanelPasswords;
import dev.propusk.work.CostlyWork;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Makes the hash of the tests' own password once: it is slow on purpose, and each test has logins of its own. */
@Component
class TestPasswords implements BeanPostProcessor {
    private final ObjectProvider<CostlyWork> costly;

    TestPasswords(ObjectProvider<CostlyWork> costly) {
        this.costly = costly;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PanelPasswords ? new Remembering(costly.getObject()) : bean;
    }

    private static final class Remembering extends PanelPasswords {
        private final String known = Objects.requireNonNull(super.encode(TestContracts.PASSWORD));

        Remembering(CostlyWork costly) {
            super(costly);
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return password != null && TestContracts.PASSWORD.contentEquals(password) ? known : super.encode(password);
        }
    }
}
