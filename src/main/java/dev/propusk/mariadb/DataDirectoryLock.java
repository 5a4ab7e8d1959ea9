package dev.propusk.mariadb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds the data directory for one application; the system lets go of it when the process ends, however it ends. */
final class DataDirectoryLock implements AutoCloseable {
    private final FileChannel file;

    private DataDirectoryLock(FileChannel file) {
        this.file = file;
    }

    static DataDirectoryLock take(Path dataDirectory) throws IOException {
        Path path = dataDirectory.resolve("propusk.lock");
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() == null) {
            file.close();
            throw new DataDirectoryInUseException(
                    dataDirectory, Files.readString(path).strip());
        }
        file.truncate(0);
        file.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
        return new DataDirectoryLock(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
