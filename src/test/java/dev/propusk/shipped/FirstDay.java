package dev.propusk.shipped;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.TestBrowser;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What people do on the first day of an installation, each in a browser of their own, through TLS. */
final class FirstDay implements AutoCloseable {
    static final String OWNER = "owner-1";
    static final String SLUG = "hotel";

    private static final String ADMINISTRATORS_PASSWORD = "три слова и ещё одно";
    private static final String OWNERS_PASSWORD = "совсем другой пароль";
    private static final String ADDRESS = "https://" + Installation.HOST;

    private final TestBrowser browser;
    private final BrowserContext office;
    private final Page panel;

    /** @param key the server's certificate is that of this key */
    FirstDay(String key) {
        browser = new TestBrowser(
                "--host-resolver-rules=MAP %1$s:443 127.0.0.1:%2$d, MAP %1$s:80 127.0.0.1:%3$d"
                        .formatted(Installation.HOST, Installation.HTTPS, Installation.HTTP),
                "--ignore-certificate-errors-spki-list=" + key);
        office = browser.context("ru-RU", 1280, ColorScheme.LIGHT);
        panel = office.newPage();
    }

    /** From the password of the log to the panel. */
    void administratorSignsIn(String first) throws Exception {
        go(panel, "http://" + Installation.HOST + "/");
        signIn(panel, "admin", first);
        assertThat(panel.locator("h1")).hasText("Смените пароль");
        panel.getByLabel("Текущий пароль").fill(first);
        setPassword(panel, ADMINISTRATORS_PASSWORD);
        assertThat(panel.locator("h1")).hasText("Второй фактор");
        byte[] secret = decode(panel.locator(".secret").innerText());
        panel.getByLabel("Шесть цифр из приложения").fill(code(secret, Instant.now()));
        TestBrowser.press(panel, "Продолжить");
        TestBrowser.press(panel, "Коды записаны");
        panel.waitForSelector("vaadin-app-layout");
        assertThat(panel.locator("h1")).hasText("Договоры");
        assertThat(panel.url()).startsWith(ADDRESS);
        assertThat(office.cookies())
                .allSatisfy(cookie -> assertThat(cookie.secure).as(cookie.name).isTrue());
    }

    void opensAContract() {
        TestBrowser.press(panel, "Открыть договор");
        fill("Номер", "H-1");
        fill("Название", "Гостиница");
        fill("Сеть (SSID)", "Hotel");
        fill("Адрес страницы входа", SLUG);
        panel.getByText("Верить MAC-адресу из ссылки без подписи").click();
        inDialog("Сохранить");
        assertThat(panel.locator("h1")).hasText("Подключение клиента");
        TestBrowser.press(panel, "Проверить");
        assertThat(panel.getByText("Работает:")).isVisible();
    }

    /** Gives the link that the owner is sent. */
    String invitesTheOwner() {
        TestBrowser.press(panel, "Пригласить владельца");
        fill("Логин", OWNER);
        inDialog("Создать ссылку");
        String link = panel.locator("vaadin-text-area textarea").last().inputValue();
        assertThat(link).startsWith(ADDRESS + "/welcome/");
        TestBrowser.press(panel, "Закрыть");
        return link;
    }

    /** Gives the {@code client} block for FreeRADIUS. */
    String addsAGateway(String address, String secret) {
        go(panel, ADDRESS + "/customers?contract=H-1");
        TestBrowser.press(panel, "Добавить шлюз");
        fill("Название", "Шлюз в холле");
        fill("IP-адрес", address);
        panel.getByLabel("Секрет RADIUS", new Page.GetByLabelOptions().setExact(true))
                .fill(secret);
        inDialog("Сохранить");
        String block = panel.locator("pre.config").innerText();
        TestBrowser.press(panel, "Я скопировал");
        return block.replace("<секрет RADIUS>", secret);
    }

    /** The owner's own first day: a password by the link, a token on paper. */
    String ownerPrintsAToken(String link) throws Exception {
        try (BrowserContext context = browser.context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            go(page, link);
            setPassword(page, OWNERS_PASSWORD);
            assertThat(page.locator("h1")).hasText("Пароль сохранён");
            return print(ownerSignsIn(page));
        }
    }

    /** Another day: one more token on paper. */
    String ownerPrintsAnother() throws Exception {
        try (BrowserContext context = browser.context("ru-RU", 1280, ColorScheme.LIGHT)) {
            return print(ownerSignsIn(context.newPage()));
        }
    }

    /** Whether the owner signs in and finds this code among the tokens. */
    boolean ownerSees(String code) {
        try (BrowserContext context = browser.context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = ownerSignsIn(context.newPage());
            go(page, ADDRESS + "/tokens?q=" + code.replace(" ", ""));
            Locator found = page.getByText(code)
                    .first()
                    .or(page.getByText("Ничего не найдено").first());
            found.first().waitFor();
            return page.getByText(code).count() > 0;
        }
    }

    /** A guest's phone without scripts, on the portal. */
    void guestGetsIn(String code, String mac) {
        try (BrowserContext phone = browser.plainPhone("ru-RU", ColorScheme.LIGHT)) {
            Page portal = phone.newPage();
            go(portal, ADDRESS + "/portal/" + SLUG + "?mac=" + mac);
            portal.locator("[name=identifier]").fill(code);
            portal.locator("button").click();
            assertThat(portal.locator("[data-identified-until]")).isVisible();
        }
    }

    private static Page ownerSignsIn(Page page) {
        go(page, ADDRESS + "/");
        signIn(page, OWNER, OWNERS_PASSWORD);
        page.waitForSelector("vaadin-app-layout");
        return page;
    }

    private static String print(Page page) throws Exception {
        go(page, ADDRESS + "/tokens");
        TestBrowser.press(page, "Сгенерировать");
        page.getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName("Количество"))
                .fill("1");
        page.locator("vaadin-dialog")
                .getByRole(AriaRole.BUTTON)
                .getByText("Сгенерировать")
                .click();
        assertThat(page.getByText("Готов 1 токен")).isVisible();
        String pdf =
                (String) page.evaluate("async () => { const sheet = await (await fetch('/sheet.pdf')).arrayBuffer();"
                        + " return btoa(String.fromCharCode(...new Uint8Array(sheet))); }");
        try (var sheet = Loader.loadPDF(Base64.getDecoder().decode(pdf))) {
            return new PDFTextStripper().getText(sheet).replaceAll("(?s).*?(100 \\d{3} \\d{3} \\d{3}).*", "$1");
        }
    }

    /** Containers come and go on this machine with their interfaces, at each of which Chromium gives up what it just loads. */
    private static void go(Page page, String address) {
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptionsMatching(e -> String.valueOf(e.getMessage()).contains("ERR_NETWORK_CHANGED"))
                .untilAsserted(() -> page.navigate(address));
    }

    private static void signIn(Page page, String login, String password) {
        TestBrowser.enter(page, login, password);
        page.waitForURL(url -> !url.endsWith("/login"));
    }

    private static void setPassword(Page page, String password) {
        page.getByLabel("Новый пароль", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        page.getByLabel("Новый пароль ещё раз").fill(password);
        TestBrowser.press(page, "Сохранить пароль");
    }

    private void fill(String label, String text) {
        panel.locator("vaadin-dialog")
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .first()
                .fill(text);
    }

    private void inDialog(String button) {
        panel.locator("vaadin-dialog")
                .getByRole(AriaRole.BUTTON)
                .getByText(button, new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
    }

    private static String code(byte[] secret, Instant time) throws Exception {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), time);
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

    @Override
    public void close() {
        browser.close();
    }
}
