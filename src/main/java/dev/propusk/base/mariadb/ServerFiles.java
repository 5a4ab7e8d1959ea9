package dev.propusk.base.mariadb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The server's part of the data directory: made at the first start, and looked after at each. */
record ServerFiles(MariaDbServer server, ServerUser user, Path home, String bufferPool) {
    static ServerFiles in(Path dataDirectory, EmbeddedMariaDbSettings settings) throws IOException {
        Path home = Files.createDirectories(dataDirectory.resolve("mariadb"));
        Optional<MariaDbServer> machine = MachineMariaDb.find();
        MariaDbServer server = machine.isPresent() ? machine.get() : BundledMariaDb.unpack(settings.unpackDirectory());
        ServerUser user = ServerUser.of(home);
        ServerFiles files =
                new ServerFiles(server, user, home, settings.mariadb().bufferPool());
        if (!Files.isDirectory(files.data().resolve("mysql"))) {
            files.install();
        }
        return files;
    }

    Path data() {
        return home.resolve("data");
    }

    Path errorLog() {
        return home.resolve("error.log");
    }

    Path pidFile() {
        return home.resolve("mariadb.pid");
    }

    private Path initFile() {
        return home.resolve("init.sql");
    }

    private void install() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                server.installer().toString(),
                "--no-defaults",
                "--basedir=" + server.baseDirectory(),
                "--datadir=" + data(),
                "--auth-root-authentication-method=socket",
                "--skip-test-db",
                "--skip-name-resolve"));
        Process process = new ProcessBuilder(user.command(command))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("install.log").toFile())
                .start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new MariaDbStartException(
                        "The embedded database's files could not be made", home.resolve("install.log"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Statements that the server runs at its start: the application's user, limited to one schema. */
    Path writeInitFile(String schema, String password) throws IOException {
        Files.deleteIfExists(initFile());
        Set<PosixFilePermission> ours = PosixFilePermissions.fromString("rw-------");
        Files.createFile(initFile(), PosixFilePermissions.asFileAttribute(ours));
        Files.writeString(initFile(), """
                create database if not exists %1$s character set utf8mb4 collate utf8mb4_unicode_ci;
                create or replace user '%1$s'@'127.0.0.1' identified by '%2$s';
                grant all privileges on %1$s.* to '%1$s'@'127.0.0.1';
                """.formatted(schema, password));
        if (user == ServerUser.NOBODY) {
            var nobody = home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(initFile(), nobody);
        }
        return initFile();
    }

    void forgetInitFile() {
        try {
            Files.deleteIfExists(initFile());
        } catch (IOException e) {
            throw new MariaDbStartException("A file with a password could not be deleted", initFile(), e);
        }
    }

    /** Ends a server that outlived the application that started it on these files. */
    void stopOrphan() throws IOException {
        if (!Files.exists(pidFile())) {
            return;
        }
        String text = Files.readString(pidFile()).strip();
        Optional<ProcessHandle> orphan =
                text.matches("\\d+") ? ProcessHandle.of(Long.parseLong(text)) : Optional.empty();
        orphan.filter(this::isOurs).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        });
        Files.deleteIfExists(pidFile());
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"))
                    .contains("--datadir=" + data());
        } catch (IOException e) {
            return false;
        }
    }

    boolean awaitAnswer(int port, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(2_000);
                // the server greets first; only then has it run its init file
                if (socket.getInputStream().read() >= 0) {
                    return true;
                }
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        return false;
    }
}
