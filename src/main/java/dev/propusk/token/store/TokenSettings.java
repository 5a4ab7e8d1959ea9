package dev.propusk.token.store;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param unusedLimit how many unused tokens a contract may hold (rule 13); never above 200
 */
@Validated
@ConfigurationProperties("propusk")
record TokenSettings(@DefaultValue("200") @Min(1) @Max(200) int unusedLimit) {}
