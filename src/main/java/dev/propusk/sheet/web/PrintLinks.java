package dev.propusk.sheet.web;

import dev.propusk.secrets.Secrets;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The address of a sheet that was printed: by it the same sheet opens again, however often a browser asks. When it was
 * printed is signed, for by that the sheet tells a second copy from the first.
 */
@Component
class PrintLinks {
    private static final String PURPOSE = "sheet-print";

    private final Secrets secrets;

    PrintLinks(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The value of the parameter {@code printed}. */
    String make(ContractId contract, Collection<TokenId> tokens, Instant at) {
        return at + "_" + signature(contract, tokens, at.toString());
    }

    /** When these were printed, if we said so. */
    Optional<Instant> read(ContractId contract, Collection<TokenId> tokens, String printed) {
        int end = printed.indexOf('_');
        if (end < 0 || printed.length() > 100) {
            return Optional.empty();
        }
        String at = printed.substring(0, end);
        byte[] right = signature(contract, tokens, at).getBytes(StandardCharsets.US_ASCII);
        boolean isOurs = MessageDigest.isEqual(right, printed.substring(end + 1).getBytes(StandardCharsets.UTF_8));
        try {
            return isOurs ? Optional.of(Instant.parse(at)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String signature(ContractId contract, Collection<TokenId> tokens, String at) {
        String all = tokens.stream().map(TokenId::toString).sorted().collect(Collectors.joining(","));
        byte[] signed = (contract.value() + " " + at + " " + all).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.sign(PURPOSE, signed));
    }
}
