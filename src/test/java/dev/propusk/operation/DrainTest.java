package dev.propusk.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.command.Services;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DrainTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(context ->
                    context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
            .withUserConfiguration(Drain.class)
            .withPropertyValues("propusk.drain=0s");

    @Test
    void onlyWhatHasAPortGoesOnAnsweringBeforeItEnds() {
        application.run(context -> assertThat(context).hasSingleBean(Drain.class));
        application
                .withPropertyValues("spring.profiles.active=" + Services.PROFILE)
                .run(context -> assertThat(context).doesNotHaveBean(Drain.class));
    }
}
