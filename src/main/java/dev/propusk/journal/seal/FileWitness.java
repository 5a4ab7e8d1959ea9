package dev.propusk.journal.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file where the database's administrators can't write: on another machine, or one that can only be added to. */
final class FileWitness implements Witness {
    private final SealFile file;

    FileWitness(Path path) {
        this.file = new SealFile(path);
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public void tell(Seal seal) throws IOException {
        file.add(seal.line());
    }

    @Override
    public List<Testimony> testimonies() throws IOException {
        return file.lines().stream()
                .map(line -> new Testimony(Seal.read(line), true))
                .toList();
    }
}
