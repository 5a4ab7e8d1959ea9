package dev.propusk.base.mariadb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of the server. */
record MariaDbProcess(Process process) {
    static MariaDbProcess start(ServerFiles files, int port, String schema, String password) throws IOException {
        Path init = files.writeInitFile(schema, password);
        List<String> command = List.of(
                files.server().daemon().toString(),
                "--no-defaults",
                "--basedir=" + files.server().baseDirectory(),
                "--datadir=" + files.data(),
                "--pid-file=" + files.pidFile(),
                "--log-error=" + files.errorLog(),
                "--socket=mariadb.sock",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--init-file=" + init,
                "--skip-ssl",
                "--local-infile=0",
                "--skip-name-resolve",
                "--performance-schema=OFF",
                "--default-time-zone=+00:00",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=" + files.bufferPool());
        return new MariaDbProcess(new ProcessBuilder(files.user().command(command))
                .directory(files.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    long pid() {
        return process.pid();
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Lets the server finish its work; kills it only if that lasts too long. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
