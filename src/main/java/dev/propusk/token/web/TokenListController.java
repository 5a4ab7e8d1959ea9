package dev.propusk.token.web;

import dev.propusk.api.Input;
import dev.propusk.api.Inputs;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenFilter;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenOrder;
import dev.propusk.token.TokenQuery;
import dev.propusk.token.TokenResource;
import dev.propusk.token.TokenState;
import dev.propusk.token.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of tokens, page after page. */
@RestController
class TokenListController {
    private static final int LIMIT = 50;
    private static final int MOST = 100;

    private final Tokens tokens;
    private final CurrentUser currentUser;
    private final Inputs inputs;
    private final Clock clock;

    TokenListController(Tokens tokens, CurrentUser currentUser, Inputs inputs, Clock clock) {
        this.tokens = tokens;
        this.currentUser = currentUser;
        this.inputs = inputs;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
    TokenPage list(HttpServletRequest request) {
        Input input = inputs.query(request);
        TokenQuery query = query(input);
        Integer limit = input.integer("limit", 1, MOST);
        TokenId before = input.read("cursor", Cursor::read, "problem.field.cursor");
        input.check();
        ContractId contract = currentUser.contract();
        int most = limit == null ? LIMIT : limit;
        return page(tokens.newest(contract, query, before, most + 1), most);
    }

    private TokenPage page(List<Token> found, int most) {
        List<Token> shown = found.subList(0, Math.min(most, found.size()));
        Instant now = clock.instant();
        return new TokenPage(
                shown.stream().map(token -> TokenResource.of(token, now)).toList(),
                found.size() > most ? Cursor.after(shown.getLast().id()) : null);
    }

    private static TokenQuery query(Input input) {
        TokenFilter filter = new TokenFilter(
                input.constant("state", TokenState.class),
                input.constant("reuse", Reuse.class),
                null,
                input.time("from"),
                input.time("to"));
        return new TokenQuery(
                filter,
                input.read("code", TokenCode::read, "problem.field.code"),
                input.mac("mac"),
                input.text("reference", TokenOrder.MAX_REFERENCE));
    }
}
