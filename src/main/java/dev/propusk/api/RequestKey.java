package dev.propusk.api;

import dev.propusk.base.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An {@code Idempotency-Key}, and what was asked for with it. */
public final class RequestKey {
    public static final String HEADER = "Idempotency-Key";
    public static final int MAX_LENGTH = 128;
    private static final Pattern SHAPE = Pattern.compile("[!-~]{1," + MAX_LENGTH + "}");

    private final String value;
    private final byte[] hash;
    private final byte[] before;

    /**
     * The key that came with this request.
     *
     * @param request what was asked for, by name; null is like absent, so that a field added later changes nothing for
     *     those who don't send it
     * @param before what the version before made its hash of: an answer that it remembered is given again
     */
    public RequestKey(String value, Map<String, ? extends @Nullable Object> request, String before) {
        this.value = value;
        this.hash = Sha256.of(text(request));
        this.before = Sha256.of(before);
    }

    /** In the order of the names, each with its length, so that two requests never read alike. */
    private static String text(Map<String, ? extends @Nullable Object> request) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(request).forEach((name, field) -> {
            if (field != null) {
                String written = field.toString();
                text.append(name)
                        .append(' ')
                        .append(written.length())
                        .append(' ')
                        .append(written)
                        .append('\n');
            }
        });
        return text.toString();
    }

    /**
     * The key that came with a call; null where none did.
     *
     * @param input is told where the header can't be taken
     */
    public static @Nullable String of(HttpServletRequest request, Input input) {
        List<String> sent = Collections.list(request.getHeaders(HEADER));
        Optional<String> key = sent.size() == 1 ? read(sent.getFirst()) : Optional.empty();
        if (!sent.isEmpty() && key.isEmpty()) {
            input.wrong(HEADER, "problem.field.idempotency-key", MAX_LENGTH);
        }
        return key.orElse(null);
    }

    /** With or without the quotes of a structured field (RFC 9651); empty where it is no key. */
    static Optional<String> read(String header) {
        String bare = header.length() > 2 && header.startsWith("\"") && header.endsWith("\"")
                ? header.substring(1, header.length() - 1)
                : header;
        return SHAPE.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
    }

    String value() {
        return value;
    }

    byte[] hash() {
        return hash.clone();
    }

    boolean isForSameRequest(byte[] other) {
        return Arrays.equals(hash, other) || Arrays.equals(before, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RequestKey that && value.equals(that.value) && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, Arrays.hashCode(hash));
    }
}
