package dev.propusk.secrets;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Words for links that only we can have written: for a purpose, about something, until a time, which the word says. */
@Component
public class SignedTimes {
    private static final Pattern WORD = Pattern.compile("(\\d{1,12})\\.([\\w-]{43})");

    private final Secrets secrets;

    SignedTimes(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * A word that is good until then.
     *
     * @param about what else is signed with it, and is told again by whoever shows the word
     */
    public String make(String purpose, String about, Instant until) {
        long end = until.getEpochSecond();
        return end + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.sign(purpose, signed(about, end)));
    }

    /** Until when it is good, which may be over; empty where we did not write it for this purpose about this. */
    public Optional<Instant> read(String purpose, String about, String word) {
        return Optional.of(WORD.matcher(word))
                .filter(shape -> shape.matches()
                        && secrets.hasSigned(
                                purpose,
                                signed(about, Long.parseLong(shape.group(1))),
                                Base64.getUrlDecoder().decode(shape.group(2))))
                .map(shape -> Instant.ofEpochSecond(Long.parseLong(shape.group(1))));
    }

    private static byte[] signed(String about, long end) {
        return (about + " " + end).getBytes(StandardCharsets.US_ASCII);
    }
}
