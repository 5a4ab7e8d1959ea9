package dev.propusk.token.generate;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the digits of codes come from: nobody can tell the next from those before. */
@Configuration(proxyBeanMethods = false)
class CodeConfiguration {
    @Bean
    RandomGenerator digitsOfCodes() {
        return new SecureRandom();
    }
}
