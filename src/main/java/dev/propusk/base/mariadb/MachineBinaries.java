package dev.propusk.base.mariadb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The MariaDB servers installed on this machine. */
final class MachineBinaries {
    private static final List<Path> USUAL_PLACES = Stream.of(
                    "/usr/sbin",
                    "/usr/bin",
                    "/usr/libexec",
                    "/usr/local/sbin",
                    "/usr/local/bin",
                    "/usr/local/libexec",
                    "/usr/local/mariadb/bin",
                    "/usr/local/mysql/bin",
                    "/opt/homebrew/bin")
            .map(Path::of)
            .toList();

    private MachineBinaries() {}

    static List<ServerBinaries> find() {
        return in(Stream.concat(Program.path(), USUAL_PLACES.stream()));
    }

    static List<ServerBinaries> in(Stream<Path> folders) {
        return folders.map(folder -> folder.resolve("mariadbd"))
                .filter(Files::isExecutable)
                .distinct()
                .flatMap(mariadbd -> describe(mariadbd).stream())
                .toList();
    }

    private static Optional<ServerBinaries> describe(Path mariadbd) {
        Path home = Optional.ofNullable(mariadbd.toAbsolutePath().getParent())
                .map(Path::getParent)
                .orElse(mariadbd.getRoot());
        // a tarball keeps the script beside its bin; distributions keep it with the clients
        Path inTarball = home.resolve("scripts", "mariadb-install-db");
        boolean tarball = Files.isExecutable(inTarball);
        Optional<Path> installer = tarball
                ? Optional.of(inTarball)
                : Program.find("mariadb-install-db", List.of(home.resolve("bin"), Path.of("/usr/bin")));
        return installer.flatMap(script ->
                version(mariadbd).map(version -> new ServerBinaries(mariadbd, script, tarball ? home : null, version)));
    }

    private static Optional<MariaDbVersion> version(Path mariadbd) {
        Program answer = Program.run(List.of(mariadbd.toString(), "--no-defaults", "--version"));
        return answer.succeeded() ? MariaDbVersion.in(answer.output()) : Optional.empty();
    }
}
