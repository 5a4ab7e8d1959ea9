package dev.propusk.mariadb;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledApplicationTest {
    private static final int ENOUGH_ROWS = 200;

    @Test
    void itsServerGoesWithItAndWhatWasCommittedStays(@TempDir Path folder) throws Exception {
        Path dataDirectory = folder.resolve("данные гостиницы");
        Process application = ServedByChild.start(dataDirectory);
        try (BufferedReader said = application.inputReader()) {
            long server = numberAfter("pid ", said);
            int last = 0;
            while (last < ENOUGH_ROWS) {
                last = (int) numberAfter("row ", said);
            }
            application.destroyForcibly().waitFor();

            await().atMost(ofSeconds(2)).until(() -> hasEnded(server));
            assertThat(rowsUpTo(last, dataDirectory)).isEqualTo(last + 1);
        }
    }

    /** Also where whoever inherited it has not asked yet what became of it: some do so every few seconds. */
    private static boolean hasEnded(long process) throws IOException {
        if (ProcessHandle.of(process).isEmpty()) {
            return true;
        }
        try {
            // its state stands behind its name (proc(5)), Z where it is no more
            return Files.readString(Path.of("/proc/" + process + "/stat")).contains(") Z ");
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private static int rowsUpTo(int last, Path dataDirectory) throws Exception {
        try (EmbeddedMariaDb server = EmbeddedMariaDb.open(TestDatabases.in(dataDirectory));
                Connection connection = TestDatabases.connect(server);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from written where n <= " + last)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static long numberAfter(String word, BufferedReader said) throws IOException {
        StringBuilder other = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(word)) {
                return Long.parseLong(line.substring(word.length()));
            }
            other.append(line).append('\n');
        }
        throw new IllegalStateException("The application ended early:\n" + other);
    }
}
