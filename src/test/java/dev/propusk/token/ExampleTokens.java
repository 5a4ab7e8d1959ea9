package dev.propusk.token;

import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;
import java.time.Instant;

/** Tokens as plain objects: no database, no Spring. */
public final class ExampleTokens {
    public static final Instant MADE = Instant.parse("2026-02-27T21:30:00.000001Z");
    static final ContractId HOTEL = ContractId.next();
    static final TokenCode CODE = new TokenCode("100123456789");
    public static final MacAddress DEVICE = MacAddress.parse("AC:DE:48:01:02:03");

    private ExampleTokens() {}

    public static Token unused(Reuse reuse, Term term) {
        TokenRequest order = new TokenRequest(1, reuse, term, "room 12", "B-4711");
        return new Token(TokenId.next(), HOTEL, CODE, order, "hotel-desk", MADE);
    }

    public static Token active(Term term, Instant since) {
        Token token = unused(Reuse.SINGLE_USE, term);
        token.activate(DEVICE, since);
        return token;
    }
}
