package dev.propusk.sheet.draw;

import dev.propusk.base.Texts;
import dev.propusk.base.ZoneName;
import dev.propusk.contract.Amounts;
import dev.propusk.contract.LimitWords;
import dev.propusk.sheet.PrintableText;
import dev.propusk.sheet.SheetNetwork;
import dev.propusk.token.Term;
import dev.propusk.token.Uses;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the sheet says in one language and for one network. */
final class SheetWords {
    private static final String MOSCOW = "Europe/Moscow";

    private final Texts texts;
    private final Locale language;
    private final SheetNetwork network;
    private final DateTimeFormatter minutes;

    SheetWords(Texts texts, Locale language, SheetNetwork network) {
        this.texts = texts;
        this.language = texts.closest(language);
        this.network = network;
        this.minutes = DateTimeFormatter.ofPattern(texts.get(this.language, "sheet.date"), this.language);
    }

    Locale language() {
        return language;
    }

    String ssid() {
        return PrintableText.of(network.ssid());
    }

    /** As devices send it. */
    String rawSsid() {
        return network.ssid();
    }

    String title() {
        return text("sheet.title", ssid());
    }

    String network() {
        return text("sheet.network");
    }

    String code() {
        return text("sheet.code");
    }

    /** For the guest: {@code Одноразовый · 7 суток с активации · до 10 Мбит/с · 2 ГБ трафика}. */
    String kind(Coupon coupon) {
        List<String> parts = new ArrayList<>(List.of(uses(coupon.uses()), termFromActivation(coupon.term())));
        parts.addAll(new LimitWords(new Amounts(language, this::text)).guest(coupon.limits()));
        return String.join(" · ", parts);
    }

    /** For the stub: {@code Одноразовый · 7 суток}. */
    String shortKind(Coupon coupon) {
        return dotted(uses(coupon.uses()), term(coupon.term()));
    }

    /** What the guest does, step by step, where the owner has written nothing else. */
    List<String> steps() {
        return text("sheet.steps").lines().toList();
    }

    String stub() {
        return text("sheet.stub", contract());
    }

    String generated(Instant at) {
        return text("sheet.generated", time(at));
    }

    String printedAgain() {
        return text("sheet.printed-again");
    }

    String firstPrinted(Instant at) {
        return text("sheet.first-printed", time(at));
    }

    String name() {
        return text("sheet.name");
    }

    String document() {
        return text("sheet.document");
    }

    String handedOut() {
        return text("sheet.handed-out");
    }

    String signature() {
        return text("sheet.signature");
    }

    /** In the page's margin: whose sheet it is. */
    String origin() {
        return dotted(ssid(), text("sheet.contract", contract()));
    }

    String printed(Instant at) {
        return text("sheet.printed", time(at));
    }

    String page(int number, int pages) {
        return text("sheet.page", number, pages);
    }

    private String contract() {
        return PrintableText.of(network.contractNumber());
    }

    private String uses(Uses uses) {
        if (uses.devices() != null) {
            return text("sheet.several-devices", uses.devices());
        }
        return switch (uses.reuse()) {
            case SINGLE_USE -> text("sheet.single-use");
            case MULTI_USE -> text("sheet.multi-use");
        };
    }

    private String term(Term term) {
        return term.isUnlimited() ? text("sheet.unlimited") : text("sheet.days", term.days());
    }

    private String termFromActivation(Term term) {
        return term.isUnlimited() ? text("sheet.unlimited") : text("sheet.days-from-activation", term.days());
    }

    private String time(Instant at) {
        return minutes.format(at.atZone(network.zone())) + " (" + zone(at) + ")";
    }

    /** Moscow by its name, which every reader knows; all others by their distance from UTC, which is the same in all languages. */
    private String zone(Instant at) {
        ZoneId zone = network.zone();
        if (zone.getId().equals(MOSCOW)) {
            return text("sheet.moscow-time");
        }
        return ZoneName.distance(zone.getRules().getOffset(at));
    }

    private String text(String key, @Nullable Object... values) {
        return texts.get(language, key, values);
    }

    static String dotted(String... parts) {
        return String.join(" · ", parts);
    }
}
