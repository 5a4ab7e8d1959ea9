package dev.propusk.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The MariaDB servers installed on this machine. */
final class MachineBinaries {
    static final List<Path> USUAL_PLACES = Stream.of(
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
                .map(MachineBinaries::real)
                .distinct()
                .flatMap(mariadbd -> describe(mariadbd).stream())
                .toList();
    }

    private static Optional<ServerBinaries> describe(Path mariadbd) {
        Path home = mariadbd.toAbsolutePath().resolve("../..").normalize();
        // a tarball keeps everything in one folder, which need not be the one it was built for
        Path share = home.resolve("share");
        boolean tarball = ServerBinaries.hasScripts(share);
        return Stream.of(share, share.resolve("mysql"), share.resolve("mariadb"))
                .filter(ServerBinaries::hasScripts)
                .findFirst()
                .flatMap(scripts -> version(mariadbd)
                        .map(version -> new ServerBinaries(mariadbd, scripts, tarball ? home : null, version)));
    }

    private static Path real(Path mariadbd) {
        try {
            return mariadbd.toRealPath();
        } catch (IOException e) {
            return mariadbd;
        }
    }

    private static Optional<MariaDbVersion> version(Path mariadbd) {
        Program answer = Program.run(List.of(mariadbd.toString(), "--no-defaults", "--version"));
        return answer.succeeded() ? MariaDbVersion.in(answer.output()) : Optional.empty();
    }
}
