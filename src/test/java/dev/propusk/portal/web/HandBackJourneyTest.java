package dev.propusk.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.TestBrowser;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.portal.web.FakeController.Maker;
import org.junit.jupiter.api.Test;

/** A guest's phone, a real Chromium without scripts, behind a controller that wants a form. */
class HandBackJourneyTest extends HandedBackGuests {
    @Test
    void aGuestOfACiscoControllerGetsFromItsRedirectToTheInternet() throws Exception {
        try (TestBrowser browser = browser();
                BrowserContext phone = browser.plainPhone("ru", ColorScheme.LIGHT)) {
            set(GatewayKind.CISCO, Maker.CISCO);
            Page guest = phone.newPage();
            guest.setViewportSize(360, 640);
            guest.navigate(controller.anything().toString());
            assertThat(guest.getByText(device.toString())).isVisible();
            guest.locator("[name=identifier]").fill(generate().value());
            guest.keyboard().press("Enter");
            assertThat(guest.getByText("Нажмите «Продолжить», чтобы выйти в интернет"))
                    .isVisible();
            TestBrowser.picture(guest, "guest-hand-back-ru");
            assertThat(guest.locator("main").boundingBox().width).isLessThanOrEqualTo(360);
            guest.getByText("English").click();
            assertThat(guest.getByText("Your token was accepted")).isVisible();
            TestBrowser.picture(guest, "guest-hand-back-en");
            assertThat(controller.isOnline()).isFalse();
            guest.locator("button").click();
            assertThat(guest.getByText("You are connected until")).isVisible();
            assertThat(guest.locator(".wanted a")).hasText("www.msftconnecttest.com");
            TestBrowser.picture(guest, "guest-online-en");
            assertThat(controller.isOnline()).isTrue();
            assertThat(phone.cookies()).isEmpty();
        }
    }

    @Test
    void whoseTokenTheControllerRefusesIsToldByThePage() throws Exception {
        try (TestBrowser browser = browser();
                BrowserContext phone = browser.plainPhone("ru", ColorScheme.DARK)) {
            gateways.add(hotel, gateway(GatewayKind.CISCO, controller.login().toString()));
            Page guest = phone.newPage();
            guest.navigate(controller.anything().toString());
            guest.locator("[name=identifier]").fill(generate().value());
            guest.keyboard().press("Enter");
            guest.locator("button").click();
            assertThat(guest.locator("[data-refusal='5']")).isVisible();
            assertThat(guest.locator("[name=identifier]")).isVisible();
            TestBrowser.picture(guest, "guest-refused-ru");
        }
    }

    /** It finds us by the address that guests know, as the form's policy and the controller do. */
    private TestBrowser browser() {
        return new TestBrowser(
                "--host-resolver-rules=MAP " + settings.publicUrl().getAuthority() + " 127.0.0.1:" + port);
    }
}
