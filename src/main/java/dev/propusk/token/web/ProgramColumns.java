package dev.propusk.token.web;

import dev.propusk.token.Token;
import dev.propusk.token.search.TokenColumns;
import dev.propusk.token.search.TokenColumns.Column;
import dev.propusk.token.search.TokenResource;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table for programs: a column for each field, named as in JSON. */
final class ProgramColumns {
    private ProgramColumns() {}

    static TokenColumns at(Instant now) {
        return new TokenColumns(
                ',',
                List.of(
                        column("id", now, TokenResource::id),
                        column("code", now, TokenResource::code),
                        column("reuse", now, TokenResource::reuse),
                        column("days", now, TokenResource::days),
                        column("state", now, TokenResource::state),
                        column("note", now, TokenResource::note),
                        column("reference", now, TokenResource::reference),
                        column("generatedAt", now, TokenResource::generatedAt),
                        column("generatedBy", now, TokenResource::generatedBy),
                        column("issuedAt", now, TokenResource::issuedAt),
                        column("mac", now, TokenResource::mac),
                        column("activatedAt", now, TokenResource::activatedAt),
                        column("expiresAt", now, TokenResource::expiresAt),
                        column("annulledAt", now, TokenResource::annulledAt),
                        column("annulment", now, TokenResource::annulment),
                        column("downKbit", now, TokenResource::downKbit),
                        column("upKbit", now, TokenResource::upKbit),
                        column("idleMinutes", now, TokenResource::idleMinutes),
                        column("trafficMegabytes", now, TokenResource::trafficMegabytes),
                        column("octets", now, TokenResource::octets),
                        column("devices", now, TokenResource::devices)));
    }

    private static Column column(String name, Instant now, Function<TokenResource, @Nullable Object> field) {
        return new Column(name, (Token token) -> {
            Object value = field.apply(TokenResource.of(token, now));
            return value == null ? "" : value.toString();
        });
    }
}
