package dev.propusk.command.check;

import dev.propusk.base.StartRefusedException;
import dev.propusk.command.Surroundings;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Refuses a start for what can be known before anything is made or touched, with the sentence that {@code check} has for it:
 * wrong settings, a missing key, a data directory that is none, a port that is taken.
 */
class StartGuard implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (application.getAllSources().contains(Surroundings.Nothing.class)) {
            return;
        }
        boolean listens = application.getWebApplicationType() != WebApplicationType.NONE;
        for (Check check : CheckCommand.withoutDatabase(environment, listens)) {
            check.findings().stream().filter(Finding::isFailure).findFirst().ifPresent(found -> {
                throw new StartRefusedException(found.says(), found.remedy());
            });
        }
    }

    /** After the files were read, and what is empty was taken for unset. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
