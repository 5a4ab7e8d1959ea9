package dev.propusk.token.web;

import dev.propusk.api.Input;
import dev.propusk.api.Inputs;
import dev.propusk.security.CurrentUser;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokenState;
import dev.propusk.token.search.TokenExport;
import dev.propusk.token.search.TokenFilter;
import dev.propusk.token.search.TokenListRequest;
import dev.propusk.token.search.TokenResource;
import dev.propusk.token.search.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of tokens, page after page. */
@RestController
class TokenListController {
    private static final int LIMIT = 50;
    private static final int MOST = 100;

    private final Tokens tokens;
    private final TokenExport export;
    private final CurrentUser currentUser;
    private final Inputs inputs;
    private final Clock clock;

    TokenListController(Tokens tokens, TokenExport export, CurrentUser currentUser, Inputs inputs, Clock clock) {
        this.tokens = tokens;
        this.export = export;
        this.currentUser = currentUser;
        this.inputs = inputs;
        this.clock = clock;
    }

    @GetMapping(
            path = "/api/v1/tokens",
            produces = {MediaType.APPLICATION_JSON_VALUE, Formats.CSV})
    @Nullable
    TokenPage list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Input input = inputs.query(request);
        TokenListRequest query = query(input);
        Integer limit = input.integer("limit", 1, MOST);
        TokenId before = input.read("cursor", Cursor::read, "problem.field.cursor");
        input.check();
        if (Formats.isCsvWanted(request)) {
            writeTable(query, response);
            return null;
        }
        int most = limit == null ? LIMIT : limit;
        return page(tokens.newest(currentUser.contract(), query, before, most + 1), most);
    }

    /** All that fit, as one table. */
    private void writeTable(TokenListRequest query, HttpServletResponse response) throws IOException {
        response.setContentType(Formats.CSV + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tokens.csv\"");
        export.write(currentUser.contract(), query, ProgramColumns.at(clock.instant()), response.getOutputStream());
    }

    private TokenPage page(List<Token> found, int most) {
        List<Token> shown = found.subList(0, Math.min(most, found.size()));
        Instant now = clock.instant();
        return new TokenPage(
                shown.stream().map(token -> TokenResource.of(token, now)).toList(),
                found.size() > most ? Cursor.after(shown.getLast().id()) : null);
    }

    private static TokenListRequest query(Input input) {
        TokenFilter filter = new TokenFilter(
                input.constant("state", TokenState.class),
                input.constant("reuse", Reuse.class),
                null,
                input.time("from"),
                input.time("to"));
        return new TokenListRequest(
                filter,
                input.read("code", TokenCode::read, "problem.field.code"),
                input.mac("mac"),
                input.text("reference", TokenRequest.MAX_REFERENCE));
    }
}
