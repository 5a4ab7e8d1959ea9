package dev.propusk.journal.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
    public Optional<Seal> last() throws IOException {
        return file.last();
    }

    @Override
    public List<Testimony> testimonies() throws IOException {
        return file.read(line -> new Testimony(Seal.read(line), true));
    }
}
