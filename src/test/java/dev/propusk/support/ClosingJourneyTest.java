package dev.propusk.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.Look;
import dev.propusk.TestBrowser;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Closing a contract takes its time, and is told as it goes. */
class ClosingJourneyTest extends SupportJourney {
    private static final int TO_CLOSE = Integer.getInteger("propusk.tokens-to-close", 2_000);

    @Autowired
    JdbcClient jdbc;

    @Test
    void closingAContractWithManyTokensShowsHowFarItIs() {
        fill(TO_CLOSE);
        Look look = new Look("ru-RU", 1280, ColorScheme.LIGHT);
        try (BrowserContext context = look.in(browser)) {
            Page page = signIn(context, contracts.administrator());
            page.navigate(address("/contracts?q=" + hotel.number()));
            row(page, hotel.number()).click();
            TestBrowser.press(page, "Закрыть договор");
            assertThat(page.locator("vaadin-confirm-dialog vaadin-button[slot=cancel-button]"))
                    .isFocused();
            page.locator("vaadin-confirm-dialog")
                    .getByText("Закрыть договор", new Locator.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            Locator progress = page.getByText("Закончено токенов:");
            assertThat(progress).not().hasText("Закончено токенов: 0 из " + (TO_CLOSE + 3), patience());
            look.at(page, "closing");
            assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasAttribute("aria-valuemax", "" + (TO_CLOSE + 3));
            assertThat(page.getByText("Готово: договор закрыт, все его токены закончились."))
                    .isVisible(new LocatorAssertions.IsVisibleOptions()
                            .setTimeout((double) Duration.ofMinutes(10).toMillis()));
            look.at(page, "closed");
            TestBrowser.press(page, "Закрыть");
            assertThat(row(page, hotel.number()).locator("xpath=..")).isVisible();
        }
        assertThat(jdbc.sql("select count(*) from token where contract_id = ? and annulment = 'CONTRACT_CLOSED'")
                        .param(hotel.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(TO_CLOSE + 3);
    }

    private static LocatorAssertions.HasTextOptions patience() {
        return new LocatorAssertions.HasTextOptions().setTimeout(60_000);
    }

    /** Devices of the hotel's, past the service: it would take minutes. */
    private void fill(int count) {
        jdbc.sql("""
                        insert into token (id, contract_id, code, reuse, days, state, generated_at, generated_by, mac,
                            activated_at)
                        select uuid(), ?, concat('100', lpad(? + seq, 9, '0')), 'SINGLE_USE', null, 'ACTIVE',
                            utc_timestamp(), 'test', unhex(concat('AC0000', lpad(hex(seq), 6, '0'))), utc_timestamp()
                        from seq_1_to_%d
                        """.formatted(count))
                .params(hotel.id().value(), ThreadLocalRandom.current().nextInt(1, 900_000_000))
                .update();
    }
}
