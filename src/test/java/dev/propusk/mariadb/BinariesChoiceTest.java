package dev.propusk.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesChoiceTest {
    private static final ServerBinaries TOO_OLD = binaries(10, 6, 20);
    private static final ServerBinaries OLD = binaries(10, 11, 6);
    private static final ServerBinaries NEW = binaries(11, 8, 2);

    @TempDir
    private Path dataDirectory;

    private ServerFiles files;
    private final BundledBinaries bundled = new BundledBinaries(Path.of(TestDatabases.UNPACK_DIR));

    @BeforeEach
    void createFolders() throws IOException {
        files = new ServerFiles(dataDirectory);
        files.create();
    }

    @Test
    void theMachinesOwnServerComesFirst() throws IOException {
        assertThat(choose(TOO_OLD, OLD)).isEqualTo(OLD);
    }

    @Test
    void theBundledOneServesWhereTheMachineHasNoneOrATooOldOne() throws IOException {
        assertThat(choose().mariadbd()).isExecutable();
        assertThat(choose(TOO_OLD).mariadbd()).isExecutable();
    }

    @Test
    void dataIsOpenedByTheSeriesThatWroteIt() throws IOException {
        files.writtenBy(new MariaDbVersion(11, 4, 3));
        assertThat(choose(OLD).version()).isEqualTo(new MariaDbVersion(11, 4, 5));
        assertThat(choose(NEW).version()).isEqualTo(new MariaDbVersion(11, 4, 5));
    }

    @Test
    void dataOfANewerServerIsRefused() throws IOException {
        files.writtenBy(new MariaDbVersion(12, 1, 1));
        assertThatThrownBy(() -> choose(OLD))
                .isInstanceOf(DataOfNewerMariaDbException.class)
                .hasMessageContaining("12.1.1");
    }

    @Test
    void halfAnUnpackedServerIsNotTakenForAWhole(@TempDir Path unpacked) throws IOException {
        Files.createDirectories(unpacked.resolve("part", "bin"));
        Files.writeString(unpacked.resolve("part", "bin", "mariadbd"), "half");
        ServerBinaries found = new BundledBinaries(unpacked).find().orElseThrow();
        assertThat(Program.run(List.of(found.mariadbd().toString(), "--no-defaults", "--version"))
                        .output())
                .contains("11.4.5");
        assertThat(unpacked.resolve("part")).doesNotExist();
    }

    private ServerBinaries choose(ServerBinaries... ofMachine) throws IOException {
        return new BinariesChoice(files, List.of(ofMachine), bundled).choose();
    }

    private static ServerBinaries binaries(int major, int minor, int patch) {
        return new ServerBinaries(
                Path.of("/mariadb-" + minor, "mariadbd"),
                Path.of("share"),
                null,
                new MariaDbVersion(major, minor, patch));
    }
}
