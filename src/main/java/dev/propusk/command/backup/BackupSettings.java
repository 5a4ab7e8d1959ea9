package dev.propusk.command.backup;

import dev.propusk.mariadb.DatabaseAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Who reads an external database for a backup.
 *
 * @param backupUser a user that may read all tables and see the binary log; unset: the application's own
 * @param backupPassword the password of that user
 */
@ConfigurationProperties("propusk")
record BackupSettings(
        @Nullable String backupUser, @DefaultValue("") String backupPassword) {
    static DatabaseAddress reader(Environment environment, DatabaseAddress database) {
        BackupSettings settings = Binder.get(environment).bindOrCreate("propusk", BackupSettings.class);
        String user = settings.backupUser;
        return user == null || !DatabaseAddress.isExternal(environment)
                ? database
                : database.as(user, settings.backupPassword());
    }
}
