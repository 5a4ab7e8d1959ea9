package dev.propusk.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.propusk.BrowserTest;
import dev.propusk.Look;
import dev.propusk.TestBrowser;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.security.ActingAs;
import dev.propusk.security.Role;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How people get in, in a real Chromium: by invitation, with a first password, with a second factor, after a reset. */
class SignInJourneyTest extends BrowserTest {
    private static final String PASSWORD = "четыре слова подряд";

    @Autowired
    TestClock clock;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountAdministration administration;

    private Contract hotel;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
    }

    @ParameterizedTest
    @MethodSource("dev.propusk.Look#one")
    void somebodyInvitedSetsAPasswordByALinkThatWorksOnce(Look look) {
        String username = hotel.slug() + "-invited";
        URI link = contracts.asOwner(hotel, () -> administration.invite(hotel.id(), username, Role.OPERATOR));
        try (BrowserContext context = look.in(browser)) {
            Page page = context.newPage();
            page.navigate(address(link.getPath()));
            assertThat(page.locator("h1")).hasText(look.says("Придумайте пароль", "Set your password"));
            setPassword(page, look, "password1234");
            look.at(page, "welcome-common");
            setPassword(page, look, PASSWORD);
            assertThat(page.locator("h1")).hasText(look.says("Пароль сохранён", "The password is saved"));
            look.at(page, "welcome-done");
            page.navigate(address(link.getPath()));
            assertThat(page.locator("h1")).hasText(look.says("Ссылка не работает", "This link does not work"));
            look.at(page, "welcome-useless");
            signIn(page, look, username, "a wrong one");
            page.locator("vaadin-login-form-wrapper [part=error-message]")
                    .first()
                    .waitFor();
            look.at(page, "login-error");
            signIn(page, look, username, PASSWORD);
            page.locator("vaadin-app-layout").waitFor();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.propusk.Look#one")
    void aFirstPasswordIsChangedBeforeAnythingElse(Look look) {
        String first = "first-" + hotel.slug();
        ActingAs.administrator(() -> accounts.createWithFirstPassword(null, first, PASSWORD, Role.ADMIN));
        try (BrowserContext context = look.in(browser)) {
            Page page = context.newPage();
            signIn(page, look, first, PASSWORD);
            Locator title = page.locator("h1");
            assertThat(title).hasText(look.says("Смените пароль", "Change your password"));
            look.at(page, "sign-in-password");
            page.navigate(address("/contracts"));
            assertThat(title).hasText(look.says("Смените пароль", "Change your password"));
            page.getByLabel(look.says("Текущий пароль", "Current password")).fill(PASSWORD);
            setPassword(page, look, "совсем другой пароль");
            page.waitForSelector("vaadin-app-layout");
            assertThat(title).hasText(look.says("Договоры", "Contracts"));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.propusk.Look#one")
    void aSecondFactorIsSetUpAndThenAskedFor(Look look) throws Exception {
        String owner = contracts.login(hotel, Role.OWNER);
        byte[] secret;
        try (BrowserContext context = look.in(browser)) {
            Page page = context.newPage();
            signIn(page, look, owner, TestContracts.PASSWORD);
            page.locator("vaadin-app-layout").waitFor();
            page.navigate(address("/profile"));
            page.locator("h1").waitFor();
            look.at(page, "profile");
            TestBrowser.press(page, look.says("Включить", "Turn on"));
            Locator typed = page.locator(".secret");
            typed.waitFor();
            page.locator("img.qr-code").scrollIntoViewIfNeeded();
            look.at(page, "enrolment");
            secret = decode(typed.innerText());
            page.getByLabel(look.says("Шесть цифр из приложения", "Six digits from the app"))
                    .fill(code(secret));
            TestBrowser.press(page, look.says("Продолжить", "Continue"));
            page.locator("pre.code").waitFor();
            page.locator("pre.code").scrollIntoViewIfNeeded();
            look.at(page, "recovery-codes");
            TestBrowser.press(page, look.says("Коды записаны", "I have written them down"));
            assertThat(page.getByText(look.says("Включён: после пароля", "On: after the password")))
                    .isVisible();
        }
        clock.advance(Duration.ofSeconds(30));
        try (BrowserContext context = look.in(browser)) {
            Page page = context.newPage();
            signIn(page, look, owner, TestContracts.PASSWORD);
            assertThat(page.locator("h1")).hasText(look.says("Код из приложения", "Code from your app"));
            look.at(page, "sign-in-code");
            Locator code = page.getByLabel(look.says("Код", "Code"), new Page.GetByLabelOptions().setExact(true));
            code.fill("000000");
            TestBrowser.press(page, look.says("Продолжить", "Continue"));
            page.locator("vaadin-text-field[invalid]").waitFor();
            look.at(page, "sign-in-code-wrong");
            code.fill(code(secret));
            TestBrowser.press(page, look.says("Продолжить", "Continue"));
            page.locator("vaadin-app-layout").waitFor();
        }
    }

    private String code(byte[] secret) throws Exception {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), clock.instant());
    }

    /** Base32, as an app reads it. */
    private static byte[] decode(String typed) {
        String bits = typed.replaceAll("\\s", "")
                .chars()
                .map("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
                .mapToObj(five -> Integer.toBinaryString(32 + five).substring(1))
                .collect(Collectors.joining());
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }

    private void setPassword(Page page, Look look, String password) {
        String again = look.says("Новый пароль ещё раз", "New password again");
        page.getByLabel(look.says("Новый пароль", "New password"), new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        page.getByLabel(again).fill(password);
        TestBrowser.press(page, look.says("Сохранить пароль", "Save password"));
    }

    private void signIn(Page page, Look look, String login, String password) {
        page.navigate(address("/login"));
        page.locator("input[name=username]").waitFor();
        look.at(page, "login");
        TestBrowser.enter(page, login, password);
        page.waitForURL(url -> !url.endsWith("/login"));
    }
}
