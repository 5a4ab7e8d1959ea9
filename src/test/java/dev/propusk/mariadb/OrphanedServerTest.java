package dev.propusk.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanedServerTest {
    @TempDir
    private Path dataDirectory;

    private ServerFiles files;

    @BeforeEach
    void createFolders() throws IOException {
        files = new ServerFiles(dataDirectory);
        files.create();
    }

    @Test
    void oneThatServesThisDataIsStopped() throws IOException {
        Process process = startWithDataIn(files.data());
        OrphanedServer.stop(files);
        assertThat(process.isAlive()).isFalse();
        assertThat(files.pid()).doesNotExist();
    }

    @Test
    void anotherProcessThatGotTheSameNumberIsLeftAlone() throws IOException {
        Process process = startWithDataIn(Path.of("/elsewhere"));
        OrphanedServer.stop(files);
        assertThat(process.isAlive()).isTrue();
        process.destroyForcibly();
    }

    /** Something that waits, called as a server of that data would be. */
    private Process startWithDataIn(Path data) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", "read line", "sh", MariaDbServer.dataOption(data)).start();
        Files.writeString(files.pid(), process.pid() + "\n");
        return process;
    }
}
