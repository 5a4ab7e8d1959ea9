package dev.propusk.account.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who writes letters; there are none unless {@code spring.mail.host} is set.
 *
 * @param mailFrom the sender's address; unset: {@code spring.mail.username}
 */
@ConfigurationProperties("propusk")
record MailSettings(@Nullable String mailFrom) {}
