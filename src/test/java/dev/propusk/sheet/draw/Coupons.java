package dev.propusk.sheet.draw;

import dev.propusk.base.Texts;
import dev.propusk.contract.Limits;
import dev.propusk.sheet.Sheet;
import dev.propusk.sheet.SheetLanguage;
import dev.propusk.sheet.SheetNetwork;
import dev.propusk.sheet.SheetPaper;
import dev.propusk.sheet.SheetSettings;
import dev.propusk.sheet.SheetSort;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenCode;
import dev.propusk.token.Uses;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Coupons and networks to print in tests. */
public final class Coupons {
    /** All that a guest is told of, in the longest words. */
    static final Limits LIMITED = new Limits(999_990, 64, 1440, 999_990);

    static final Instant NOON = Instant.parse("2026-11-24T11:05:00Z");
    static final SheetNetwork POLAR_STAR = new SheetNetwork("100001", "Polar-Star-Guest", ZoneId.of("Europe/Moscow"));
    static final SheetNetwork BAIKAL = new SheetNetwork("100002", "Baikal-Free", ZoneId.of("Asia/Irkutsk"));

    private static final SheetRenderer RENDERER = new SheetRenderer(new Texts());

    private Coupons() {}

    static Coupon singleUse(@Nullable String note) {
        return new Coupon(new TokenCode("100123456789"), Uses.ONE, Term.ofDays(7), Limits.NONE, note, NOON, null);
    }

    static Coupon coupon(int number, Reuse reuse, Term term) {
        return coupon(number, new Uses(reuse, null), term);
    }

    static Coupon coupon(int number, Uses uses, Term term) {
        long scattered = (number + 1) * 618_033_989L % 1_000_000_000L;
        TokenCode code = new TokenCode("100%09d".formatted(scattered));
        return new Coupon(code, uses, term, Limits.NONE, "№ " + number, NOON.plusSeconds(number * 3600L), null);
    }

    static List<Coupon> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        coupon(i, i % 2 == 0 ? Reuse.SINGLE_USE : Reuse.MULTI_USE, Term.ofDays(1 + i % Term.MAX_DAYS)))
                .toList();
    }

    static PrintedSheet print(List<Coupon> coupons) {
        return print(POLAR_STAR, SheetLanguage.RUSSIAN, coupons);
    }

    static PrintedSheet print(SheetNetwork network, SheetLanguage language, List<Coupon> coupons) {
        return print(network, in(language, SheetPaper.A4), coupons);
    }

    static PrintedSheet print(SheetNetwork network, SheetSettings settings, List<Coupon> coupons) {
        return new PrintedSheet(sheet(network, settings, coupons).pdf());
    }

    static Sheet sheet(SheetNetwork network, SheetSettings settings, List<Coupon> coupons) {
        return RENDERER.render(network, settings, NOON, coupons);
    }

    public static SheetSettings in(SheetLanguage language, SheetPaper paper) {
        return new SheetSettings(language, null, true, paper, true, SheetSort.GENERATED, true);
    }
}
