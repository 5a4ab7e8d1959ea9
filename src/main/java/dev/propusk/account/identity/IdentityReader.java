package dev.propusk.account.identity;

import dev.propusk.account.identity.IdentityRefusedException.Fault;
import dev.propusk.security.LoginName;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;

/** Reads what an ID token says of its person, by the settings. */
@Component
class IdentityReader {
    /** What OpenID Connect allows a subject (Core 1.0, section 2); an issuer gets as much. */
    private static final int LONGEST = 255;
    /** More groups than anybody's role follows from. */
    private static final int MOST = 1_000;

    private static final Pattern SPACE = Pattern.compile(" ");

    private final IdentitySettings settings;

    IdentityReader(IdentitySettings settings) {
        this.settings = settings;
    }

    Identity read(OidcIdToken token) {
        return new Identity(
                bounded(Objects.requireNonNull(token.getIssuer()).toString()),
                bounded(Objects.requireNonNull(token.getSubject())),
                LoginName.read(text(token, settings.loginClaim())).orElse(null),
                words(claim(token, settings.rolesClaim())),
                text(token, settings.contractClaim()),
                isStrong(token),
                token.getAuthenticatedAt() == null ? Instant.EPOCH : token.getAuthenticatedAt());
    }

    private boolean isStrong(OidcIdToken token) {
        List<String> methods = token.getAuthenticationMethods();
        return settings.secondFactor()
                || (methods != null && methods.stream().anyMatch(settings.secondFactorAmr()::contains))
                || settings.secondFactorAcr().contains(token.getAuthenticationContextClass());
    }

    private static String bounded(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IdentityRefusedException(Fault.UNTRUSTED, "its subject is none");
        }
        return text;
    }

    private static @Nullable String text(OidcIdToken token, String claim) {
        return claim(token, claim) instanceof String text && text.length() <= LONGEST ? text : null;
    }

    private static Set<String> words(@Nullable Object claim) {
        Stream<?> all = switch (claim) {
            case String text -> SPACE.splitAsStream(text);
            case Collection<?> list -> list.stream();
            case null, default -> Stream.empty();
        };
        Set<String> words = new LinkedHashSet<>();
        all.limit(MOST).filter(String.class::isInstance).map(String.class::cast).forEach(words::add);
        return words;
    }

    /** By its whole name, which may have dots in it, or by the way into one that is an object. */
    private static @Nullable Object claim(OidcIdToken token, String name) {
        if (token.hasClaim(name)) {
            return token.getClaim(name);
        }
        Object found = token.getClaims();
        for (String part : name.split("\\.", -1)) {
            found = found instanceof Map<?, ?> object ? object.get(part) : null;
        }
        return found;
    }
}
