package dev.propusk.base.mariadb;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine's own server, if it has one that is new enough. */
final class MachineMariaDb {
    private static final String[] USUAL_PLACES = {"/usr/sbin", "/usr/libexec", "/usr/local/sbin", "/usr/local/bin"};

    private MachineMariaDb() {}

    static Optional<MariaDbServer> find() {
        return find("mariadbd")
                .filter(MachineMariaDb::isNewEnough)
                .flatMap(daemon -> find("mariadb-install-db")
                        .map(installer ->
                                new MariaDbServer(daemon.resolve("../..").normalize(), daemon, installer)));
    }

    private static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator, -1)), Arrays.stream(USUAL_PLACES))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isNewEnough(Path daemon) {
        try {
            Process process = new ProcessBuilder(daemon.toString(), "--no-defaults", "--version").start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(10, TimeUnit.SECONDS)
                    && MariaDbVersion.in(said)
                            .filter(version -> !version.isTooOld())
                            .isPresent();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
