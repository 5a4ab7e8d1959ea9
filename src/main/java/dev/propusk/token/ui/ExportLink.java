package dev.propusk.token.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.propusk.base.Dates;
import dev.propusk.base.MacAddress;
import dev.propusk.panel.Downloads;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.search.TokenColumns;
import dev.propusk.token.search.TokenColumns.Column;
import dev.propusk.token.search.TokenExport;
import dev.propusk.token.search.TokenFilter;
import dev.propusk.token.search.TokenListRequest;
import dev.propusk.token.ui.part.TokenWords;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Downloads what the filter shows, as a table for a spreadsheet in the reader's language. */
class ExportLink extends Anchor {
    private final TokenExport export;
    private final ContractId contract;
    private final TokenWords words;
    private final Supplier<TokenFilter> filter;

    ExportLink(TokenExport export, ContractId contract, TokenWords words, Supplier<TokenFilter> filter) {
        this.export = export;
        this.contract = contract;
        this.words = words;
        this.filter = filter;
        setText(getTranslation("token.export"));
        setTitle(getTranslation("token.export.hint"));
        setHref(Downloads.inLanguageOfPage(this::download));
        setDownload(true);
        addClassName("button-link");
    }

    private void download(DownloadEvent event) throws IOException {
        event.setFileName("tokens.csv");
        event.setContentType("text/csv; charset=utf-8");
        export.write(contract, TokenListRequest.of(filter.get()), columns(), event.getOutputStream());
    }

    private TokenColumns columns() {
        char separator = getTranslation("token.export.separator").charAt(0);
        return new TokenColumns(
                separator,
                List.of(
                        column("token.code", token -> token.code().grouped()),
                        column("token.kind", words::kind),
                        column("token.state", words::state),
                        column(
                                "token.mac",
                                token -> token.mac().map(MacAddress::toString).orElse("")),
                        column("token.activated", token -> time(token.activatedAt())),
                        column("token.expires", token -> time(token.expiresAt())),
                        column("token.annulled", token -> time(token.annulledAt(words.now()))),
                        column("token.note", token -> token.note().orElse("")),
                        column("token.reference", token -> token.reference().orElse("")),
                        column("token.generated", token -> time(Optional.of(token.generatedAt()))),
                        column("token.generated-by", Token::generatedBy),
                        column("token.issued", token -> time(token.issuedAt()))));
    }

    private Column column(String heading, Function<Token, String> value) {
        return new Column(getTranslation(heading), value);
    }

    private String time(Optional<Instant> at) {
        return at.map(moment -> Dates.moment(this, moment, words.zone())).orElse("");
    }
}
