package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.identification.Attempt;
import dev.propusk.identification.Identification;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A real gateway, opened and closed by our word: openNDS between network namespaces; needs root. */
@PropuskTest
class OpenNdsGateway {
    private static final Path AGENT = Path.of("docker/opennds/propusk-agent").toAbsolutePath();
    private static final Path NETWORK = Path.of("src/test/resources/opennds/network.sh");

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    Generation generation;

    @Autowired
    Identification identification;

    @Autowired
    Annulments ending;

    @LocalServerPort
    int port;

    @Test
    void openNdsLetsADeviceThroughWhileItIsIdentifiedAndNoLonger() throws Exception {
        Contract hotel = contracts.open();
        Keyed gateway = gateways.add(hotel, NewGateway.named("openNDS", GatewayKind.OPENNDS));
        ProcessBuilder builder = new ProcessBuilder("bash", NETWORK.toString(), AGENT.toString())
                .redirectError(Path.of("target", "opennds.log").toFile());
        builder.environment().put("PROPUSK_URL", "http://127.0.0.1:" + port);
        builder.environment().put("PROPUSK_KEY", gateway.key().value());
        builder.environment().put("PROPUSK_INTERVAL", "1");
        Process network = builder.start();
        try (BufferedReader lines = network.inputReader(StandardCharsets.UTF_8)) {
            MacAddress device = MacAddress.parse(lines.readLine().replace("mac ", ""));
            await().atMost(Duration.ofSeconds(40)).until(() -> browse().startsWith("307"));

            Token token = contracts.asOwner(
                    hotel,
                    () -> generation
                            .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(1), null, null))
                            .tokens()
                            .getFirst());
            identification.identify(
                    Attempt.atGateway(hotel.id(), gateway.gateway().id().value(), device), token.code());
            await().atMost(Duration.ofSeconds(20)).until(() -> browse().equals("200 INTERNET-OK"));

            contracts.asOwner(hotel, () -> ending.annul(hotel.id(), token.id(), false));
            await().atMost(Duration.ofSeconds(20)).until(() -> browse().startsWith("307"));
        } finally {
            network.getOutputStream().close();
            assertThat(network.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** What the client gets from the internet: the status and the body. */
    private static String browse() throws Exception {
        Process curl = new ProcessBuilder(
                        "ip",
                        "netns",
                        "exec",
                        "propusk-client",
                        "curl",
                        "--silent",
                        "--max-time",
                        "3",
                        "--write-out",
                        "\n%{http_code}",
                        "http://203.0.113.2/")
                .start();
        List<String> lines = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .lines()
                .toList();
        curl.waitFor();
        String status = lines.getLast();
        return status.equals("200") ? status + " " + lines.getFirst() : status;
    }
}
