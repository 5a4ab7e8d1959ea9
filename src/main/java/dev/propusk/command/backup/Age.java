package dev.propusk.command.backup;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/** Encryption to a public key, as the program {@code age} does it (age-encryption.org/v1, X25519). */
final class Age {
    private Age() {}

    /**
     * What is written here comes out encrypted; to be closed, which closes the other one too.
     *
     * @param recipient {@code age1…}, as {@code age-keygen} prints it
     */
    static OutputStream encrypting(OutputStream out, String recipient) throws IOException {
        try {
            var writer = X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
            return Channels.newOutputStream(new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(Channels.newChannel(out), List.of(writer)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BackupFailedException(
                    "--recipient is no age public key.", "It begins with age1; age-keygen makes one.", e);
        }
    }

    /**
     * What is read here is decrypted.
     *
     * @param identity a file with a line that begins with {@code AGE-SECRET-KEY-1}, as {@code age-keygen} writes it
     */
    static InputStream decrypting(InputStream in, Path identity) throws IOException {
        String secret = Files.readAllLines(identity).stream()
                .filter(line -> line.startsWith("AGE-SECRET-KEY-1"))
                .findFirst()
                .orElseThrow(() -> new BackupFailedException(
                        identity + " holds no age identity.", "A line of it begins with AGE-SECRET-KEY-1."));
        try {
            var reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(secret.strip());
            return Channels.newInputStream(new StandardDecryptingChannelFactory()
                    .newDecryptingChannel(Channels.newChannel(in), List.of(reader)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BackupFailedException(
                    "The backup can't be decrypted with " + identity + ".",
                    "Give the identity whose public key it was encrypted to.",
                    e);
        }
    }
}
