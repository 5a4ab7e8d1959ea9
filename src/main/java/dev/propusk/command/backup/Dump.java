package dev.propusk.command.backup;

import dev.propusk.mariadb.ClientProgram;
import dev.propusk.mariadb.DatabaseAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the whole schema as of one moment, while everybody works on. */
final class Dump {
    private static final String LAST_LINE = "-- Dump completed";
    private static final int TAIL = 256;

    private Dump() {}

    /**
     * Writes the dump, in clear.
     *
     * @return its size in bytes
     * @throws BackupFailedException where it did not come to its end
     */
    static long write(DatabaseAddress database, OutputStream out) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "--single-transaction",
                "--quick",
                "--hex-blob",
                "--skip-lock-tables",
                "--default-character-set=utf8mb4"));
        if (keepsBinaryLog(database)) {
            options.add("--master-data=2");
        }
        options.add(database.schema());
        Watched watched = new Watched(out);
        ProgramCall.read(ClientProgram.DUMP, database, options, watched);
        if (!watched.tail().contains(LAST_LINE)) {
            throw new BackupFailedException(
                    "The dump ends before its end: its last line does not say that it is complete.",
                    "Look at the log of the database, and call the command again.");
        }
        return watched.size;
    }

    private static boolean keepsBinaryLog(DatabaseAddress database) {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select @@log_bin")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new BackupFailedException(
                    "The database can't be asked for its binary log: " + e.getMessage(), "Look at its log.", e);
        }
    }

    /** Counts what goes through, and remembers its end. */
    private static final class Watched extends OutputStream {
        private final OutputStream out;
        private byte[] tail = new byte[0];
        private long size;

        Watched(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            size += length;
            int kept = Math.min(length, TAIL);
            byte[] joined = Arrays.copyOf(tail, tail.length + kept);
            System.arraycopy(bytes, from + length - kept, joined, tail.length, kept);
            tail = Arrays.copyOfRange(joined, Math.max(0, joined.length - TAIL), joined.length);
        }

        String tail() {
            return new String(tail, StandardCharsets.ISO_8859_1);
        }
    }
}
