package dev.propusk.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.propusk.Application;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.util.TestSocketUtils;

/** Calls commands as an operator does, on an installation that has its journal sealed. */
abstract class InstalledCommands {
    /** The applications started here have one of their own, and leave it behind for the whole machine. */
    private static final SecurityContextHolderStrategy OTHERS = SecurityContextHolder.getContextHolderStrategy();

    @TempDir
    protected Path folder;

    protected SealedInstallation installation;

    /** What the last command printed, to either output. */
    protected String said = "";

    @BeforeEach
    void install() throws Exception {
        installation = SealedInstallation.get();
        SecurityContextHolder.setContextHolderStrategy(OTHERS);
    }

    @AfterEach
    void restoreTheStrategy() {
        SecurityContextHolder.setContextHolderStrategy(OTHERS);
    }

    /** With what it exits. */
    protected int call(List<String> settings, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(out, true, UTF_8);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(settings);
        int code = new Commands(Application.class, to, to).run(all.toArray(String[]::new));
        said = out.toString(UTF_8);
        return code;
    }

    /** At a port that is free, though the demo may run beside the tests. */
    protected List<String> external(String schema) {
        List<String> settings = new ArrayList<>(installation.settings(schema));
        settings.add("--server.port=" + TestSocketUtils.findAvailableTcpPort());
        return settings;
    }

    protected List<String> embedded() {
        return List.of(
                "--propusk.public-url=http://localhost",
                "--propusk.data-dir=" + folder.resolve("data"),
                "--propusk.mariadb.unpack-dir=target/mariadb-binaries",
                "--propusk.secret-key-file=" + SealedInstallation.key().toAbsolutePath());
    }
}
