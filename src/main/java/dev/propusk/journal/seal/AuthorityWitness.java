package dev.propusk.journal.seal;

import dev.propusk.base.Sha256;
import dev.propusk.secrets.sign.TimeStampAuthority;
import dev.propusk.secrets.sign.TimeStampException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * An authority that stamps the seal with its time (RFC 3161). It keeps nothing: its stamps lie in a file, and nobody, we not
 * either, makes one for a time that is past.
 */
final class AuthorityWitness implements Witness {
    private final TimeStampAuthority authority;
    private final SealFile file;

    AuthorityWitness(TimeStampAuthority authority, Path path) {
        this.authority = authority;
        this.file = new SealFile(path);
    }

    @Override
    public String name() {
        return "authority";
    }

    @Override
    public void tell(Seal seal) throws IOException {
        try {
            byte[] stamp = authority.stamp(Sha256.of(seal.line()));
            file.add(seal.line() + " " + Base64.getEncoder().encodeToString(stamp));
        } catch (TimeStampException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public Optional<Seal> last() throws IOException {
        return file.last();
    }

    @Override
    public List<Testimony> testimonies() throws IOException {
        return file.read(this::testimony);
    }

    private Testimony testimony(String line) {
        Seal seal = Seal.read(line);
        try {
            byte[] stamp = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
            authority.time(stamp, Sha256.of(seal.line()));
            return new Testimony(seal, true);
        } catch (TimeStampException | IllegalArgumentException e) {
            return new Testimony(seal, false);
        }
    }
}
