package dev.propusk.token.ui.generate;

import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What this view made last: marked in its list until something else is made. */
public class FreshTokens {
    private final Set<TokenId> ids = new HashSet<>();

    public void are(Collection<Token> made) {
        ids.clear();
        made.forEach(token -> ids.add(token.id()));
    }

    public boolean contains(TokenId id) {
        return ids.contains(id);
    }
}
