package dev.propusk.token.web;

import dev.propusk.api.Input;
import dev.propusk.api.RequestKey;
import dev.propusk.contract.Limits;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.Uses;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be generated, as another program asks for it. */
final class TokenRequests {
    private TokenRequests() {}

    static TokenRequest read(Input body) {
        int count = body.requiredInteger("count", 1, TokenRequest.MAX_COUNT);
        Reuse reuse = body.requiredConstant("reuse", Reuse.class);
        Integer days = body.integer("days", Term.MIN_DAYS, Term.MAX_DAYS);
        String note = body.text("note", TokenRequest.MAX_NOTE);
        String reference = body.text("reference", TokenRequest.MAX_REFERENCE);
        Limits limits = new Limits(
                body.integer("downKbit", Limits.MIN_KBIT, Limits.MAX_KBIT),
                body.integer("upKbit", Limits.MIN_KBIT, Limits.MAX_KBIT),
                body.integer("idleMinutes", 1, Limits.MAX_IDLE),
                body.integer("trafficMegabytes", 1, Limits.MAX_MEGABYTES));
        Integer devices = body.integer("devices", Uses.MIN_DEVICES, Uses.MAX_DEVICES);
        if (devices != null && reuse == Reuse.SINGLE_USE) {
            body.wrong("devices", "problem.field.devices", Reuse.MULTI_USE);
        }
        body.check();
        return new TokenRequest(
                count,
                new Uses(reuse, devices),
                days == null ? Term.UNLIMITED : Term.ofDays(days),
                note,
                reference,
                limits);
    }

    static RequestKey key(String key, TokenRequest request) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("count", request.count());
        fields.put("reuse", request.reuse());
        fields.put("days", request.term().days());
        fields.put("note", request.note());
        fields.put("reference", request.reference());
        fields.putAll(request.limits().named());
        fields.put("devices", request.uses().devices());
        return new RequestKey(key, fields, before(request));
    }

    /**
     * As the answers of the last day were remembered by; can go with the version after the next. Nobody could ask for a number
     * of devices then.
     */
    private static String before(TokenRequest request) {
        return "TokenOrder[count=" + request.count() + ", reuse=" + request.reuse() + ", term=Term[days="
                + request.term().days() + "], note=" + request.note() + ", reference=" + request.reference() + "]"
                + (request.uses().devices() == null ? "" : request.uses());
    }
}
