package dev.propusk.account;

import dev.propusk.account.InvalidPasswordException.Fault;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import me.gosimple.nbvcxz.Nbvcxz;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.password.CompromisedPasswordChecker;
import org.springframework.security.authentication.password.CompromisedPasswordDecision;
import org.springframework.stereotype.Component;

/**
 * What a password has to be: 12 to 256 characters of any script, none that everybody tries first, not the login's own name.
 *
 * <p>Common ones are told by dictionaries of leaked passwords, keyboard rows and repetitions; what was typed on a Russian
 * keyboard is looked at as its keys read in Latin, too.
 */
@Component
public class PasswordRules implements CompromisedPasswordChecker {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 256;
    /** What comes behind it makes none easier to guess, and takes long to judge. */
    private static final int JUDGED = 72;

    private static final double LEAST_ENTROPY = 20;
    private static final String CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбю";
    private static final String LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";

    private final Nbvcxz estimates = new Nbvcxz();

    /** One made up by chance, which is shown once and has to be changed at the first sign-in. */
    public static String firstPassword() {
        byte[] bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws InvalidPasswordException where it may not be this login's password */
    void check(String username, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new InvalidPasswordException(Fault.TOO_SHORT);
        }
        if (password.codePointCount(0, password.length()) > LONGEST) {
            throw new InvalidPasswordException(Fault.TOO_LONG);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (username.length() > 3
                && lower.replace(username.toLowerCase(Locale.ROOT), "").length() < SHORTEST / 2) {
            throw new InvalidPasswordException(Fault.LIKE_LOGIN);
        }
        if (check(password).isCompromised()) {
            throw new InvalidPasswordException(Fault.COMMON);
        }
    }

    @Override
    public CompromisedPasswordDecision check(@Nullable String password) {
        return new CompromisedPasswordDecision(
                password == null || isGuessable(password) || isGuessable(asLatinKeys(password)));
    }

    private boolean isGuessable(String password) {
        return estimates
                        .estimate(password.substring(0, Math.min(JUDGED, password.length())))
                        .getEntropy()
                < LEAST_ENTROPY;
    }

    private static String asLatinKeys(String password) {
        StringBuilder keys = new StringBuilder();
        password.toLowerCase(Locale.ROOT).chars().forEach(c -> {
            int key = CYRILLIC.indexOf(c);
            keys.append(key < 0 ? (char) c : LATIN.charAt(key));
        });
        return keys.toString();
    }
}
