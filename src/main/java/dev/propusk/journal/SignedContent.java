package dev.propusk.journal;

import dev.propusk.base.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is signed, byte by byte, so that no two contents read alike. It can't change without another purpose of the key. */
public final class SignedContent {
    private final MessageDigest digest = Sha256.digest();

    public SignedContent add(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        return this;
    }

    public SignedContent add(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
        return this;
    }

    public SignedContent add(Instant time) {
        return add(time.getEpochSecond()).add(time.getNano());
    }

    public SignedContent add(@Nullable String text) {
        return add(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    /** With its length before it. */
    public SignedContent add(byte @Nullable [] bytes) {
        add(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            digest.update(bytes);
        }
        return this;
    }

    public SignedContent add(JournalEntry entry) {
        return add(entry.id().toString())
                .add(entry.at())
                .add(Objects.toString(entry.contract(), null))
                .add(entry.actor().kind().name())
                .add(entry.actor().name())
                .add(entry.actor().address())
                .add(entry.action())
                .add(Objects.toString(entry.subject(), null))
                .add(entry.details());
    }

    /** 32 bytes. */
    public byte[] digest() {
        return digest.digest();
    }
}
