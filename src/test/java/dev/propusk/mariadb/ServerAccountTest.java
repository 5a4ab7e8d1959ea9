package dev.propusk.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("weAreRoot")
class ServerAccountTest {
    private static final Path PROGRAM = Path.of("/bin/sh");

    @TempDir
    private Path directory;

    @Test
    void theServerIsNotRootWhereItNeedNotBe() throws IOException {
        ServerAccount account = accountFor("rwx--x--x");
        assertThat(Program.run(account.asAccount(List.of("id", "-un"))).output().strip())
                .isEqualTo("nobody");
        assertThat(account.options()).isEmpty();
    }

    @Test
    void theServerIsRootInAFolderThatOnlyRootReaches() throws IOException {
        ServerAccount account = accountFor("rwx------");
        assertThat(account.prefix()).isEmpty();
        assertThat(account.options()).containsExactly("--user=root");
    }

    private ServerAccount accountFor(String permissions) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
        return ServerAccount.forFilesIn(Files.createDirectory(directory.resolve("tmp")), PROGRAM);
    }

    static boolean weAreRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
