package dev.propusk.command.backup;

import dev.propusk.mariadb.ClientProgram;
import dev.propusk.mariadb.DatabaseAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A call of one of MariaDB's programs: it reads what it is given, writes where it is told, and fails in its own words. */
final class ProgramCall {
    private static final int SAID = 2_000;
    /** Each stream is waited for by itself: the common pool has one thread where the machine has two cores. */
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    private ProgramCall() {}

    /** @param out is given all that the program writes, and stays open */
    static void read(ClientProgram program, DatabaseAddress database, List<String> options, OutputStream out)
            throws IOException {
        withOptions(program, database, options, command -> run(command, InputStream.nullInputStream(), out));
    }

    /** @param in what the program reads; it stays open */
    static void feed(ClientProgram program, DatabaseAddress database, List<String> options, InputStream in)
            throws IOException {
        withOptions(program, database, options, command -> run(command, in, OutputStream.nullOutputStream()));
    }

    private interface Run {
        void run(List<String> command) throws IOException;
    }

    private static void withOptions(ClientProgram program, DatabaseAddress database, List<String> options, Run run)
            throws IOException {
        Path file = Files.createTempFile("propusk", ".cnf");
        try {
            List<String> command = program.command(database, file);
            command.addAll(options);
            run.run(command);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Moments on its command line are in UTC, whatever zone the machine is in. */
    static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TZ", "UTC");
        builder.environment().remove("MYSQL_PWD");
        return builder.start();
    }

    private static void run(List<String> command, InputStream in, OutputStream out) throws IOException {
        Process process = start(command);
        CompletableFuture<String> said = said(process);
        CompletableFuture<Void> fed = CompletableFuture.runAsync(() -> feed(process, in), THREADS);
        process.getInputStream().transferTo(out);
        finish(command, process, said);
        fed.join();
    }

    /** One that ends before it has read everything tells why by itself. */
    private static void feed(Process process, InputStream in) {
        try (OutputStream to = process.getOutputStream()) {
            byte[] part = new byte[1 << 16];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                try {
                    to.write(part, 0, read);
                } catch (IOException e) {
                    return;
                }
            }
        } catch (IOException e) {
            process.destroy();
            throw new BackupFailedException(
                    "The backup can't be read: " + e.getMessage(), "It is damaged; take another one.", e);
        }
    }

    static CompletableFuture<String> said(Process process) {
        return CompletableFuture.supplyAsync(() -> read(process.getErrorStream()), THREADS);
    }

    private static String read(InputStream error) {
        try (error) {
            String all = new String(error.readAllBytes(), StandardCharsets.UTF_8).strip();
            return all.length() > SAID ? all.substring(0, SAID) : all;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    static void finish(List<String> command, Process process, CompletableFuture<String> said) {
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new BackupFailedException(
                        Path.of(command.getFirst()).getFileName() + " failed (exit code " + code + "): " + said.join(),
                        "Look at the rights of the database's user, and at the room on the disk.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IllegalStateException(e);
        }
    }
}
