package dev.propusk.token.web;

import dev.propusk.api.Input;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenRequest;

/** What is to be generated, as another program asks for it. */
final class TokenRequests {
    private TokenRequests() {}

    static TokenRequest read(Input body) {
        int count = body.requiredInteger("count", 1, TokenRequest.MAX_COUNT);
        Reuse reuse = body.requiredConstant("reuse", Reuse.class);
        Integer days = body.integer("days", Term.MIN_DAYS, Term.MAX_DAYS);
        String note = body.text("note", TokenRequest.MAX_NOTE);
        String reference = body.text("reference", TokenRequest.MAX_REFERENCE);
        body.check();
        return new TokenRequest(count, reuse, days == null ? Term.UNLIMITED : Term.ofDays(days), note, reference);
    }
}
