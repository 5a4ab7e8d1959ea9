package dev.propusk.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A program that can be started: this one, or the last that customers have. */
record Release(Path jar) {
    /** The commit or tag, {@code last.release} in pom.xml. */
    private static final String LAST = System.getProperty("last.release", "");

    static Release ours() {
        return new Release(Path.of("target", "propusk.jar"));
    }

    /** Built from its commit, once: what was built is kept beside the sources' other results. */
    static Release last() throws IOException, InterruptedException {
        Path project = Path.of("").toAbsolutePath();
        Path folder = project.resolve(".releases");
        Path jar = folder.resolve(LAST + ".jar");
        if (Files.notExists(jar)) {
            Files.createDirectories(folder);
            Path source = folder.resolve("source");
            FileSystemUtils.deleteRecursively(source);
            run(project, "git", "worktree", "prune");
            run(project, "git", "worktree", "add", "--detach", source.toString(), LAST);
            try {
                run(source, "./mvnw", "-B", "-q", "-ntp", "-DskipTests", "package");
                Files.move(source.resolve("target/propusk.jar"), jar);
            } finally {
                run(project, "git", "worktree", "remove", "--force", source.toString());
            }
        }
        return new Release(jar);
    }

    /** On this port, with these settings; its log stands beside the others'. */
    Process start(int port, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString(),
                "--server.port=" + port));
        command.addAll(settings);
        Path log = FaultTable.FOLDER.resolve("application-" + port + ".log");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Failed: " + String.join(" ", command));
        }
    }
}
