package dev.propusk.token.web;

import dev.propusk.api.Input;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenOrder;

/** What is to be generated, as another program asks for it. */
final class TokenOrders {
    private TokenOrders() {}

    static TokenOrder read(Input body) {
        int count = body.requiredInteger("count", 1, TokenOrder.MAX_COUNT);
        Reuse reuse = body.requiredConstant("reuse", Reuse.class);
        Integer days = body.integer("days", Term.MIN_DAYS, Term.MAX_DAYS);
        String note = body.text("note", TokenOrder.MAX_NOTE);
        String reference = body.text("reference", TokenOrder.MAX_REFERENCE);
        body.check();
        return new TokenOrder(count, reuse, days == null ? Term.UNLIMITED : Term.ofDays(days), note, reference);
    }
}
