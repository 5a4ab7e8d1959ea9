package dev.propusk.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.portal.web.FakeController.Maker;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To which address a guest is handed back, and with what. */
class HandBackAddressTest extends HandedBackGuests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:{port}/login.html",
                "http://127.0.0.1:1/login.html",
                "http://127.0.0.1/login.html",
                "http://127.0.0.2:{port}/login.html",
                "http://127.0.0.1:{port}@evil.example/",
                "http://user@127.0.0.1:{port}/login.html",
                "http://127.0.0.1.evil.example:{port}/",
                "//127.0.0.1/",
                "javascript:alert(1)",
                "data:text/html,x",
                "",
                "http://127.0.0.1:{port}x/"
            })
    void aForeignLoginAddressGetsNoForm(String login) throws Exception {
        set(GatewayKind.CISCO, Maker.CISCO);
        String port = Integer.toString(controller.login().getPort());
        gateways.add(hotel, gateway(GatewayKind.CISCO, "http://10.9.9.9/login.html"));
        String query = "switch_url=" + encoded(login.replace("{port}", port)) + "&client_mac=" + device + "&wlan=Polar";
        HttpResponse<String> accepted = post(query + "&lang=ru", generate().value(), "");
        assertThat(accepted.body())
                .contains("data-identified-until", "Токен принят", "подключитесь к этой сети снова")
                .doesNotContain("<form", "evil.example/\"", "class=\"button\"");
        assertThat(policy(accepted)).contains("form-action 'self';");
    }

    @Test
    void thePathIsTheOneThatIsSet() throws Exception {
        gateways.add(hotel, gateway(GatewayKind.CISCO, "https://192.0.2.1/login.html"));
        String query = "switch_url=https://192.0.2.1:443/other?x=y&client_mac=" + device;
        HttpResponse<String> accepted = post(query, generate().value(), "");
        assertThat(form(accepted).attr("action")).isEqualTo("https://192.0.2.1:443/login.html");
        assertThat(policy(accepted)).contains("form-action 'self' https://192.0.2.1:443;");
    }

    @Test
    void whereTheRedirectNamesNoLoginPageTheOnlyOneIsMeant() throws Exception {
        String query = "cmd=login&mac=" + device + "&essid=Polar&ip=192.0.2.7&url=http%3A%2F%2Fx.example";
        gateways.add(hotel, gateway(GatewayKind.MIKROTIK, "http://10.5.50.1/login"));
        gateways.add(hotel, gateway(GatewayKind.ARUBA, "https://captive.example"));
        assertThat(form(post(query, generate().value(), "")).attr("action"))
                .isEqualTo("https://captive.example:443/cgi-bin/login");
        gateways.add(hotel, gateway(GatewayKind.ARUBA, "https://other.example"));
        assertThat(post(query, generate().value(), "").body()).doesNotContain("<form");
    }

    /** The others that want a form, by what their vendors say that it holds. */
    @Test
    void eachKindIsGivenWhatItsVendorAsksFor() throws Exception {
        assertThat(sent(GatewayKind.CAMBIUM, "http://10.8.0.40:880"))
                .containsEntry("action", "http://10.8.0.40:880/cgi-bin/hotspot_login.cgi")
                .containsKeys(
                        "ga_user", "ga_pass", "ga_ssid", "ga_ap_mac", "ga_nas_id", "ga_cmac", "ga_Qv", "ga_orig_url")
                .containsEntry("ga_srvr", "10.8.0.40");
        assertThat(sent(GatewayKind.MERAKI, "https://n143.network-auth.com"))
                .containsEntry(
                        "action",
                        "https://n143.network-auth.com:443/splash/login?mauth=MM1SZQlKjZsbExZ8sXIegKpUGa"
                                + "&continue_url=http%3A%2F%2Fwww.ask.com%2F")
                .containsKeys("username", "password", "success_url");
        assertThat(sent(GatewayKind.RUCKUS, "http://192.168.0.253:9997/login"))
                .containsEntry("action", "http://192.168.0.253:9997/login")
                .containsKeys("username", "password");
        assertThat(sent(GatewayKind.OMADA, "http://172.30.30.113:8088"))
                .containsEntry("action", "http://172.30.30.113:8088/portal/radius/browserauth")
                .containsEntry("authType", "2")
                .containsEntry("clientMac", "F8-1E-DF-AA-AA-AA")
                .containsEntry("radioId", "1")
                .containsKeys("username", "password", "originUrl")
                .doesNotContainKey("vid");
    }

    private Map<String, String> sent(GatewayKind kind, String login) throws Exception {
        Contract network = contracts.open();
        gateways.add(network, gateway(kind, login));
        PublishedRedirects redirect = PublishedRedirects.ALL.stream()
                .filter(one -> one.kind() == kind)
                .filter(one -> one.login().contains(URI.create(login).getHost()))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> page =
                post(network, redirect.query(), generate(network).value(), "");
        Map<String, String> fields = form(page).select("input").stream()
                .collect(Collectors.toMap(input -> input.attr("name"), input -> input.attr("value")));
        fields.put("action", form(page).attr("action"));
        return fields;
    }
}
