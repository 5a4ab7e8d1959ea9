package dev.propusk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.contact.Contact;
import dev.propusk.gateway.contact.Contacts;
import dev.propusk.gateway.contact.Sender;
import dev.propusk.gateway.freeradius.RefusedRequests;
import dev.propusk.gateway.origin.Asked;
import dev.propusk.gateway.origin.Refusal;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.origin.Sources;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The network side as administrators set it up. */
class GatewayJourneyTest extends NetworkJourney {
    @Autowired
    RefusedRequests refused;

    @Autowired
    Contacts contacts;

    @Test
    void anAdministratorAddsAGatewayAndSeesItsKeyOnce() {
        Contract hotel = contracts.open();
        try (BrowserContext context = panel("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = signIn(context, contracts.administrator());
            page.navigate(address("/gateways"));
            page.getByText("Добавить шлюз").click();
            Locator dialog = page.locator("vaadin-dialog");
            dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Договор"))
                    .fill(hotel.number());
            page.locator("vaadin-combo-box-item").first().click();
            dialog.getByLabel("IP-адрес").fill("10.5.50");
            dialog.getByText("Сохранить").click();
            assertThat(page.locator("[slot=error-message]").getByText("От 1 до 64 символов"))
                    .isVisible();
            dialog.getByLabel("Название").fill("Холл " + hotel.number());
            dialog.getByText("Сохранить").click();
            assertThat(page.locator("[slot=error-message]").getByText("Нужен IP-адрес: 10.5.50.1"))
                    .isVisible();
            dialog.getByText("Несколько шлюзов с одного адреса").click();
            assertThat(dialog.getByText("Из Called-Station-Id")).isVisible();
            shoot(page, "gateway-dialog-ru");
            dialog.getByLabel("IP-адрес").fill("10.5.50.1");
            dialog.getByLabel("Секрет RADIUS").fill("a-long-secret");
            dialog.getByText("Сохранить").click();
            assertThat(page.getByText("больше он не будет показан")).isVisible();
            assertThat(page.getByText("propusk_key = gk_")).isVisible();
            shoot(page, "gateway-key-ru");
            page.getByText("Я скопировал").click();
            // others' gateways may fill all that is in sight
            page.getByLabel("Название, адрес или номер договора").fill(hotel.number());
            assertThat(page.getByText("Холл " + hotel.number())).isVisible();
            shoot(page, "gateways-ru");
        }
        try (BrowserContext context = panel("en-US", 360, ColorScheme.DARK)) {
            Page page = signIn(context, contracts.administrator());
            page.navigate(address("/gateways"));
            assertThat(page.locator("h1")).hasText("Gateways");
            shoot(page, "gateways-en-360");
            page.getByText("Add a gateway").click();
            assertThat(page.getByText("New gateway")).isVisible();
            page.getByText("Several gateways at one address").click();
            page.getByText("In Called-Station-Id").scrollIntoViewIfNeeded();
            shoot(page, "gateway-dialog-en-360");
        }
    }

    @Test
    void anAdministratorGivesAFreeRadiusServerAKeyAndSeesWhomItDidNotKnow() {
        for (String language : List.of("ru", "en")) {
            gateways.add(
                    contracts.open(),
                    new NewGateway(
                            "Контроллер " + language,
                            GatewayKind.OTHER,
                            Sources.parse("127.12.0.0/24"),
                            new Signs(List.of("Polar-" + language), List.of(), List.of(), List.of()),
                            NewGateway.DISCONNECT_PORT,
                            "shared-for-tests",
                            null,
                            List.of(),
                            null));
        }
        refused.note("203.0.113.40", Asked.by(Optional.of("hotel-gw")), Refusal.UNKNOWN_ADDRESS);
        refused.note("203.0.113.41", Asked.by(Optional.of("cafe-gw")), Refusal.NO_SIGN);
        for (String language : List.of("ru", "en")) {
            boolean russian = language.equals("ru");
            try (BrowserContext context =
                    panel(russian ? "ru-RU" : "en-US", 1280, russian ? ColorScheme.LIGHT : ColorScheme.DARK)) {
                Page page = signIn(context, contracts.administrator());
                page.navigate(address("/radius"));
                assertThat(page.getByText("203.0.113.40")).isVisible();
                page.getByLabel(russian ? "Адрес, с которого пришёл" : "Address it came from")
                        .fill("127.12.0.1");
                page.getByLabel("Called-Station-Id").fill("78-8A-20-59-C6-99:Polar-" + language);
                page.getByText(russian ? "Проверить" : "Try it").last().click();
                assertThat(page.getByText("Контроллер " + language)).isVisible();
                page.getByText(russian ? "Добавить сервер" : "Add a server").click();
                Locator dialog = page.locator("vaadin-dialog");
                dialog.locator("input").first().fill("radius-" + language);
                dialog.locator("input").nth(1).fill("127.0.0.1");
                shoot(page, "radius-dialog-" + language);
                dialog.getByText(russian ? "Добавить сервер" : "Add a server").click();
                assertThat(page.getByText("PROPUSK_RADIUS_KEY=rk_")).isVisible();
                shoot(page, "radius-key-" + language);
                page.getByText(russian ? "Я скопировал" : "I have copied it").click();
                assertThat(page.getByText("radius-" + language).first()).isVisible();
                shoot(page, "radius-" + language);
            }
            try (BrowserContext context =
                    panel(russian ? "ru-RU" : "en-US", 360, russian ? ColorScheme.DARK : ColorScheme.LIGHT)) {
                Page page = signIn(context, contracts.administrator());
                page.navigate(address("/radius"));
                assertThat(page.getByText("203.0.113.40")).isVisible();
                shoot(page, "radius-" + language + "-360");
            }
        }
    }

    @Test
    void anAdministratorSeesWhetherAGatewayIsHeardAndItFollowsByItself() {
        Contract hotel = contracts.open();
        GatewayId gateway = gateways.add(
                        hotel,
                        new NewGateway(
                                "Холл",
                                GatewayKind.MIKROTIK,
                                "hall-gw",
                                "127.13.0.1",
                                NewGateway.DISCONNECT_PORT,
                                "shared-for-tests",
                                null,
                                List.of()))
                .gateway()
                .id();
        try (BrowserContext context = panel("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = signIn(context, contracts.administrator());
            page.navigate(address("/gateways?q=" + hotel.number()));
            page.getByText("Состояние").last().click();
            assertThat(page.getByText("Шлюз ещё ни разу не обращался")).isVisible();
            shoot(page, "gateway-never-ru");
            hear(hotel, gateway);
            assertThat(page.getByText("такого кода нет").first()).isVisible();
            assertThat(page.getByText("Шлюз ещё ни разу не обращался")).isHidden();
            page.setViewportSize(1280, 1800);
            shoot(page, "gateway-ru");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Изменить"))
                    .click();
            assertThat(page.locator("vaadin-dialog").getByLabel("Название")).hasValue("Холл");
        }
        for (ColorScheme look : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            boolean dark = look == ColorScheme.DARK;
            try (BrowserContext context = panel(dark ? "en-US" : "ru-RU", 360, look)) {
                Page page = signIn(context, contracts.administrator());
                page.navigate(address("/gateways/" + gateway));
                assertThat(page.locator("h1")).hasText("Холл");
                page.setViewportSize(360, 3000);
                shoot(page, dark ? "gateway-en-360" : "gateway-ru-360");
            }
        }
        try (BrowserContext context = panel("en-US", 1280, ColorScheme.DARK)) {
            Page page = signIn(context, contracts.administrator());
            page.navigate(address("/gateways/" + gateway));
            assertThat(page.getByText("there is no such code").first()).isVisible();
            shoot(page, "gateway-en");
        }
    }

    private void hear(Contract hotel, GatewayId gateway) {
        Sender sender = new Sender("127.13.0.1", "hall-gw");
        contacts.note(hotel.id(), gateway, Contact.LET_IN, sender);
        contacts.note(hotel.id(), gateway, Contact.UNKNOWN_CODE, sender);
        contacts.note(hotel.id(), gateway, Contact.NO_TOKEN, sender);
        refused.note("203.0.113.42", Asked.by(Optional.of("hall-gw")), Refusal.UNKNOWN_ADDRESS);
        contacts.write();
    }
}
