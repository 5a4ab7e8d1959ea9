package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokenState;
import dev.propusk.token.search.Tokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;

/** How devices are let in by RADIUS, and which packets are not answered. */
@EnabledIf("dev.propusk.gateway.FreeRadius#isInstalled")
class RadiusTest extends DeliveredRadius {
    @Autowired
    Tokens tokens;

    @Test
    void aCodeAsUserNameIdentifiesTheDeviceByPapAndByChapAndOnlyOnce() throws Exception {
        Token token = generate(hotel);
        String first = login(token, device, "User-Password = \"" + token.code() + "\"");
        assertThat(first)
                .contains("Received Access-Accept", "Session-Timeout = 172800", "Acct-Interim-Interval = 300")
                .containsPattern("(?s)Received Access-Accept.*Message-Authenticator = 0x[0-9a-f]{32}");
        clock.advance(Duration.ofMinutes(1));
        assertThat(login(token, device, "CHAP-Password = \"" + token.code() + "\""))
                .contains("Received Access-Accept", "Session-Timeout = 172740");
        assertThat(jdbc.sql("select count(*) from journal where subject = ? and action = 'token.activated'")
                        .param(token.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        Token byChap = generate(hotel);
        assertThat(login(byChap, TestContracts.device(), "CHAP-Password = \"" + byChap.code() + "\""))
                .contains("Received Access-Accept");
    }

    @Test
    void aRepeatedPacketIsAnsweredAgainAndActivatesNothing() throws Exception {
        Token token = generate(hotel);
        String attributes = request(token.code().value(), device) + "User-Password = \"x\"\n";
        String twice = FreeRadius.radclient(authPort, "auth", SECRET, attributes, "-c", "2");
        assertThat(twice.split("Received Access-Accept", -1)).hasSize(3);
        assertThat(jdbc.sql("select count(*) from journal where subject = ? and action = 'token.activated'")
                        .param(token.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aSecondDeviceOnASingleUseTokenIsRejected() throws Exception {
        Token token = generate(hotel);
        login(token, device, "User-Password = \"x\"");
        String second = login(token, TestContracts.device(), "User-Password = \"x\"");
        assertThat(second)
                .contains("Received Access-Reject")
                .containsPattern("(?s)Received Access-Reject.*Message-Authenticator = 0x[0-9a-f]{32}");
    }

    @Test
    void aKnownDeviceIsAcceptedByItsMacForWhatIsLeftAndNotBeyond() throws Exception {
        assertThat(byMac(device, "")).contains("Received Access-Reject");
        login(generate(hotel), device, "User-Password = \"x\"");
        clock.advance(Duration.ofHours(47));
        assertThat(byMac(device, "")).contains("Received Access-Accept", "Session-Timeout = 3600");
        clock.advance(Duration.ofHours(1));
        assertThat(byMac(device, "")).contains("Received Access-Reject");
    }

    @Test
    void aGatewayThatNoDisconnectReachesAsksAgainAlsoAboutATokenWithoutAnEnd() throws Exception {
        change(1, 10);
        Token unlimited = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.UNLIMITED, null, null))
                        .tokens()
                        .getFirst());
        assertThat(login(unlimited, device, "User-Password = \"x\""))
                .contains("Received Access-Accept", "Session-Timeout = 600");
        Token timed = generate(hotel);
        MacAddress other = TestContracts.device();
        login(timed, other, "User-Password = \"x\"");
        clock.advance(Duration.ofDays(2).minusSeconds(90));
        assertThat(byMac(other, "")).contains("Received Access-Accept", "Session-Timeout = 90");
    }

    @Test
    void aDeviceThatAuthenticatesInAnotherNetworkLosesItsToken() throws Exception {
        Token token = generate(hotel);
        login(token, device, "User-Password = \"x\"");
        assertThat(byMac(device, "Packet-Src-IP-Address = 127.0.0.2\n"))
                .as("under another gateway's name")
                .contains("Received Access-Reject");
        assertThat(state(token)).isEqualTo(TokenState.ACTIVE);
        assertThat(FreeRadius.radclient(
                        authPort,
                        "auth",
                        SECRET,
                        request(device.toString(), device).replace("hotel-gw", "cafe-gw")
                                + "User-Password = \"x\"\nPacket-Src-IP-Address = 127.0.0.2\n"))
                .contains("Received Access-Reject");
        assertThat(state(token)).isEqualTo(TokenState.ANNULLED);
    }

    @Test
    void aPacketWithoutMessageAuthenticatorIsNotAnswered() throws Exception {
        login(generate(hotel), device, "User-Password = \"x\"");
        String attributes = request(device.toString(), device).replace("Message-Authenticator = 0x00\n", "")
                + "User-Password = \"x\"\n";
        assertThat(FreeRadius.radclient(authPort, "auth", SECRET, attributes, "-t", "1"))
                .contains("No reply from server");
        assertThat(FreeRadius.radclient(
                        authPort,
                        "auth",
                        "another-secret",
                        request("x", device) + "User-Password = \"x\"\n",
                        "-t",
                        "1"))
                .doesNotContain("Received Access-Accept");
    }

    private TokenState state(Token token) {
        return contracts
                .asOwner(hotel, () -> tokens.get(hotel.id(), token.id()))
                .state(clock.instant());
    }
}
