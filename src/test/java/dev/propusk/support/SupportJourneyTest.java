package dev.propusk.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.Look;
import dev.propusk.PropuskTest;
import dev.propusk.TestBrowser;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.identification.Attempt;
import dev.propusk.identification.Identification;
import dev.propusk.security.Role;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every page and dialog of owners, support and administrators in a real Chromium: whole, accessible (axe-core) and as wide
 * as the screen; both languages, light and dark, wide and narrow.
 */
@PropuskTest
class SupportJourneyTest {
    private static final int TO_CLOSE = Integer.getInteger("propusk.tokens-to-close", 2_000);
    private static TestBrowser browser;

    @Autowired
    TestContracts contracts;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Identification identification;

    @Autowired
    Annulments ending;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Contract hotel;
    private Token token;
    private Token spare;
    private final MacAddress device = TestContracts.device();

    @BeforeAll
    static void startTheBrowser() {
        browser = new TestBrowser();
    }

    @AfterAll
    static void stopTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
        token = generate(Reuse.SINGLE_USE, Term.ofDays(7), "№ 12");
        spare = generate(Reuse.SINGLE_USE, Term.ofDays(7), "№ 14");
        activation.activate(hotel.id(), token.code(), device);
        Token till = generate(Reuse.MULTI_USE, Term.UNLIMITED, "касса");
        Token gone = activation.activate(hotel.id(), till.code(), device);
        contracts.asOwner(hotel, () -> ending.annul(hotel.id(), gone.id(), false));
    }

    @ParameterizedTest
    @MethodSource("dev.propusk.Look#one")
    void everyPageOfAnOwnerIsWhole(Look look) {
        try (BrowserContext context = look.in(browser)) {
            Page page = signIn(context, contracts.login(hotel, Role.OWNER));
            visit(page, look, "accounts", "accounts-owner");
            row(page, contracts.login(hotel, Role.OPERATOR)).click();
            page.locator("dl.facts").first().waitFor();
            look.at(page, "account-dialog");
            press(page, look.says("Ссылка для нового пароля", "Link for a new password"));
            page.locator("vaadin-dialog vaadin-text-area").waitFor();
            look.at(page, "link-dialog");
            visit(page, look, "accounts", "accounts-again");
            press(page, look.says("Пригласить", "Invite"));
            page.locator("vaadin-dialog vaadin-radio-group").waitFor();
            look.at(page, "invitation-dialog");
            visit(page, look, "network", "network");
            visit(page, look, "journal", "journal-owner");
            row(page, look.says("Сгенерирован", "generated, kind")).click();
            page.locator("dl.facts").first().waitFor();
            look.at(page, "journal-entry");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.propusk.Look#all")
    void everyPageOfSupportIsWhole(Look look) {
        try (BrowserContext context = look.in(browser)) {
            Page page = signIn(context, contracts.support());
            visit(page, look, "support?q=" + device, "support-empty");
            press(page, look.says("Найти", "Find"));
            look.at(page, "support-no-reason");
            page.getByLabel(look.says("Основание", "Reason")).fill("№ 17");
            press(page, look.says("Найти", "Find"));
            assertThat(page.locator(".answer"))
                    .containsText(token.code().grouped().substring(0, 3));
            look.at(page, "support-answer");
            row(page, token.code().grouped()).click();
            page.locator("dl.facts").first().waitFor();
            look.at(page, "finding-dialog");
            visit(page, look, "why?mac=" + device + "&code=" + token.code().value(), "why");
            visit(
                    page,
                    look,
                    "why?mac=" + slowedDown() + "&code=" + spare.code().value(),
                    "why-slowed");
            visit(page, look, "certificates", "certificates");
            visit(page, look, "journal", "journal-support");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.propusk.Look#one")
    void everyPageOfAnAdministratorIsWhole(Look look) {
        try (BrowserContext context = look.in(browser)) {
            Page page = signIn(context, contracts.administrator());
            visit(page, look, "contracts?q=" + hotel.number(), "contracts");
            row(page, hotel.number()).click();
            page.locator("dl.facts").first().waitFor();
            look.at(page, "contract-card");
            press(page, look.says("Изменить", "Edit"));
            page.locator("vaadin-dialog vaadin-form-layout").waitFor();
            look.at(page, "contract-dialog");
            visit(page, look, "accounts?q=" + hotel.number(), "accounts-admin");
            visit(page, look, "retention", "retention-empty");
            page.getByLabel(look.says("MAC-адрес или номер договора", "MAC or contract number"))
                    .fill(hotel.number());
            page.getByLabel(look.says("Основание", "Reason")).fill("дело № 5");
            press(page, look.says("Наложить запрет", "Place the hold"));
            row(page, hotel.number()).waitFor();
            look.at(page, "retention");
            press(page, look.says("Снять запрет", "Lift the hold"));
            page.locator("vaadin-dialog vaadin-text-field").waitFor();
            look.at(page, "lift-dialog");
            visit(page, look, "journal", "journal-admin");
            press(page, look.says("Проверить целостность", "Check integrity"));
            page.locator("vaadin-dialog p").first().waitFor();
            look.at(page, "journal-report");
        }
    }

    @Test
    void closingAContractWithManyTokensShowsHowFarItIs() {
        fill(TO_CLOSE);
        Look look = new Look("ru-RU", 1280, ColorScheme.LIGHT);
        try (BrowserContext context = look.in(browser)) {
            Page page = signIn(context, contracts.administrator());
            page.navigate(address("contracts?q=" + hotel.number()));
            row(page, hotel.number()).click();
            press(page, "Закрыть договор");
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
            press(page, "Закрыть");
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

    /** A device that has entered so many wrong codes that none is looked at for now. */
    private MacAddress slowedDown() {
        MacAddress clumsy = TestContracts.device();
        Attempt attempt = Attempt.atGateway(hotel.id(), UUID.randomUUID(), clumsy);
        TokenCode wrong = TokenCode.read("100000000000").orElseThrow();
        for (int i = 0; i < 15; i++) {
            assertThatThrownBy(() -> identification.identify(attempt, wrong))
                    .isInstanceOf(CodeNotAcceptedException.class);
        }
        return clumsy;
    }

    private Token generate(Reuse reuse, Term term, String note) {
        return contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, reuse, term, note, null))
                        .tokens()
                        .getFirst());
    }

    private static Locator row(Page page, String text) {
        return page.locator("vaadin-grid-cell-content").getByText(text).first();
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    private Page signIn(BrowserContext context, String login) {
        Page page = context.newPage();
        page.navigate(address("login"));
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(TestContracts.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        page.locator("h1").first().waitFor();
        return page;
    }

    private void visit(Page page, Look look, String path, String picture) {
        page.navigate(address(path));
        page.locator("h1").first().waitFor();
        look.at(page, picture);
    }

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }
}
