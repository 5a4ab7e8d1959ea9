package dev.propusk.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The file with the key: 32 random bytes in Base64, readable by the application alone. */
final class SecretKeyFile {
    private static final int BYTES = 32;
    private static final String REMEDY = "Make one with: openssl rand -base64 32 > <file>; chmod 600 <file>; "
            + "give the same file to every node, name it in propusk.secret-key-file, and keep a copy, but not where the backups are.";

    private SecretKeyFile() {}

    static byte[] read(Path file) {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length != BYTES) {
                throw new SecretKeyException(file + " holds " + key.length + " bytes instead of " + BYTES, REMEDY);
            }
            return key;
        } catch (NoSuchFileException e) {
            throw new SecretKeyException("There is no key file " + file, REMEDY);
        } catch (IllegalArgumentException e) {
            throw new SecretKeyException(file + " is not Base64", REMEDY);
        } catch (AccessDeniedException e) {
            throw new SecretKeyException(
                    "The key file " + file + " may not be read",
                    "Let it belong to the user that Propusk runs as: chown <user> <file>; chmod 600 <file>.");
        } catch (IOException e) {
            throw new SecretKeyException("The key file " + file + " can't be read: " + e.getMessage(), REMEDY);
        }
    }

    static byte[] readOrMake(Path file) {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var forOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (var channel = Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forOwner)) {
                channel.write(
                        StandardCharsets.US_ASCII.encode(Base64.getEncoder().encodeToString(key) + "\n"));
            }
            return key;
        } catch (FileAlreadyExistsException e) {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SecretKeyException required() {
        return new SecretKeyException(
                "With an external database, propusk.secret-key-file must name the key that secrets are encrypted with.",
                REMEDY);
    }
}
