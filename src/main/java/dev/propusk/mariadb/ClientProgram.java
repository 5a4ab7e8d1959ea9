package dev.propusk.mariadb;

import dev.propusk.base.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** MariaDB's own programs: {@code mariadb-dump}, {@code mariadb}, {@code mariadb-binlog}. */
public enum ClientProgram {
    DUMP("mariadb-dump", "mysqldump"),
    CLIENT("mariadb", "mysql"),
    BINLOG("mariadb-binlog", "mysqlbinlog");

    private final String called;
    private final String former;

    ClientProgram(String called, String former) {
        this.called = called;
        this.former = former;
    }

    /**
     * The program, from where it is on this machine.
     *
     * @throws StartRefusedException where it is nowhere
     */
    public Path path() {
        return Stream.of(called, former)
                .flatMap(name -> Stream.concat(Program.path(), MachineBinaries.USUAL_PLACES.stream())
                        .map(folder -> folder.resolve(name)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElseThrow(() -> new StartRefusedException(
                        "There is no program " + called + " here.",
                        "Install MariaDB's client programs (on Debian and Ubuntu: apt install mariadb-client)."));
    }

    /**
     * The program with where the database is and who asks it. The password stands in a file that only we can read, which the
     * caller deletes.
     *
     * @param options the file, made here
     */
    public List<String> command(DatabaseAddress database, Path options) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "[client]",
                "host=" + quoted(database.host()),
                "port=" + database.port(),
                "user=" + quoted(database.username()),
                "password=" + quoted(database.password()),
                "protocol=tcp"));
        lines.addAll(database.options());
        ServerFiles.writeSecret(options, String.join("\n", lines) + "\n");
        return new ArrayList<>(List.of(path().toString(), "--defaults-file=" + options));
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
