package dev.propusk.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.base.Texts;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Limits;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayId;
import dev.propusk.identification.Attempt;
import dev.propusk.identification.Attempt.Source;
import dev.propusk.identification.Identification;
import dev.propusk.identification.Slowdown;
import dev.propusk.identification.Slowdown.Whose;
import dev.propusk.identification.TooManyGuessesException;
import dev.propusk.support.Reason.Kind;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.Uses;
import dev.propusk.token.end.OtherNetworks;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Why a guest can not get in. */
class WhyNoAccessTest extends SupportLookups {
    @Autowired
    Identification identification;

    @Autowired
    OtherNetworks otherNetworks;

    @Test
    void whyAGuestCanNotGetInIsSaidForEveryCause() {
        Token token = activated(Reuse.SINGLE_USE);
        assertThat(why(device, null)).containsExactly(Kind.IDENTIFIED);
        assertThat(why(null, token.code())).containsExactly(Kind.USED_BY_ANOTHER_DEVICE);
        assertThat(why(TestContracts.device(), token.code())).containsExactly(Kind.USED_BY_ANOTHER_DEVICE);
        assertThat(why(TestContracts.device(), null)).containsExactly(Kind.NEVER_SEEN);
        assertThat(why(null, generate(Reuse.SINGLE_USE).code())).containsExactly(Kind.WOULD_BE_ACCEPTED);
        assertThat(why(null, TokenCode.read("100000000000").orElseThrow())).containsExactly(Kind.UNKNOWN_CODE);
        Contract cafe = contracts.open();
        assertThat(asSupport(() -> diagnosis.why(device, null, cafe.number())))
                .extracting(Reason::kind)
                .containsExactly(Kind.WRONG_NETWORK);
        contracts.suspend(hotel.id());
        assertThat(why(null, token.code())).containsExactly(Kind.CONTRACT_NOT_OPEN);
        contracts.resume(hotel.id());
        contracts.asOwner(hotel, () -> ending.annul(hotel.id(), token.id(), false));
        assertThat(why(device, null)).containsExactly(Kind.ENDED);
        contracts.asOwner(hotel, () -> done(() -> ending.delete(hotel.id(), token.id())));
        assertThat(why(device, token.code())).containsExactly(Kind.DELETED);
        Token many = generate(Reuse.MULTI_USE);
        contracts.asOwner(hotel, () -> ending.annul(hotel.id(), many.id(), true));
        assertThat(why(null, many.code())).containsExactly(Kind.CODE_ENDED);
    }

    @Test
    void aDeviceThatMayNotTryNowIsToldUntilWhen() {
        Token token = generate(Reuse.SINGLE_USE);
        Attempt attempt = Attempt.atGateway(hotel.id(), UUID.randomUUID(), device);
        TokenCode wrong = TokenCode.read("100000000000").orElseThrow();
        for (int i = 0; i < 15; i++) {
            assertThatThrownBy(() -> identification.identify(attempt, wrong))
                    .isInstanceOf(CodeNotAcceptedException.class);
        }
        assertThatThrownBy(() -> identification.identify(attempt, token.code()))
                .isInstanceOf(TooManyGuessesException.class);
        List<Reason> reasons = asSupport(() -> diagnosis.why(device, token.code(), null));
        assertThat(reasons).extracting(Reason::kind).containsExactly(Kind.SLOWED_DOWN, Kind.WOULD_BE_ACCEPTED);
        assertThat(reasons.getFirst().slowdown())
                .isEqualTo(new Slowdown(
                        Source.GATEWAY, Whose.DEVICE, clock.instant().plus(Duration.ofMinutes(2))));
        clock.advance(Duration.ofMinutes(2));
        assertThat(why(device, token.code())).containsExactly(Kind.WOULD_BE_ACCEPTED);
    }

    @Test
    void aNetworkInWhichSomebodyGuessesIsNamedAndWhoIsIdentifiedIsNotHeldUp() {
        Token token = activated(Reuse.SINGLE_USE);
        Token other = generate(Reuse.SINGLE_USE);
        GatewayId gateway = gateways.add(hotel).gateway().id();
        for (String budget : List.of(
                "gateway " + gateway,
                "contract GATEWAY " + hotel.id(),
                "contract OPEN_PAGE " + hotel.id(),
                "open-pages")) {
            jdbc.sql("replace into guessing_budget (id, remaining, at) values (?, 0, ?)")
                    .params(budget, InstantConverter.toUtc(clock.instant()))
                    .update();
        }
        try {
            assertThat(asSupport(() -> diagnosis.why(null, other.code(), null)))
                    .extracting(Reason::slowdown)
                    .filteredOn(Objects::nonNull)
                    .extracting(Slowdown::whose)
                    .containsExactly(Whose.CONTRACT, Whose.CONTRACT, Whose.GATEWAY, Whose.OPEN_PAGES);
            assertThat(why(device, token.code())).startsWith(Kind.IDENTIFIED, Kind.SLOWED_DOWN);
        } finally {
            jdbc.sql("delete from guessing_budget").update();
        }
    }

    @Test
    void aDeviceThatAnotherNetworkEndedMayEnterAMultiUseCodeAgain() {
        Token many = generate(Reuse.MULTI_USE);
        activation.activate(hotel.id(), many.code(), device);
        jdbc.sql("update token set state = 'ANNULLED', annulled_at = ?, annulment = 'OTHER_NETWORK' where mac = ?")
                .params(InstantConverter.toUtc(clock.instant()), device.bytes())
                .update();
        assertThat(why(device, many.code())).containsExactly(Kind.WOULD_BE_ACCEPTED);
        jdbc.sql("update token set annulment = 'BY_HAND' where mac = ?")
                .param(device.bytes())
                .update();
        assertThat(why(device, many.code())).containsExactly(Kind.ENDED);
    }

    @Test
    void whoIsNoneOfItsDevicesIsToldThatAllHaveEnteredIt() {
        Token family = generate(Uses.of(2), Limits.NONE);
        activation.activate(hotel.id(), family.code(), device);
        assertThat(why(null, family.code())).containsExactly(Kind.WOULD_BE_ACCEPTED);
        MacAddress other = TestContracts.device();
        activation.activate(hotel.id(), family.code(), other);
        assertThat(why(null, family.code())).containsExactly(Kind.CODE_USED_UP);
        assertThat(why(TestContracts.device(), family.code())).containsExactly(Kind.CODE_USED_UP);
        assertThat(why(device, family.code())).containsExactly(Kind.IDENTIFIED);
        otherNetworks.deviceConnected(contracts.open().id(), device, token -> true);
        assertThat(why(device, family.code())).containsExactly(Kind.WOULD_BE_ACCEPTED);
        contracts.asOwner(hotel, () -> ending.annul(hotel.id(), family.id(), true));
        assertThat(why(device, family.code())).containsExactly(Kind.ENDED);
    }

    @Test
    void whoseTrafficIsUsedUpIsNotSaidToGetIn() {
        Token limited = generate(Uses.ONE, new Limits(null, null, null, 1));
        activation.activate(hotel.id(), limited.code(), device);
        jdbc.sql("update token_limit set octets = 1000000 where token_id = ?")
                .param(limited.id().value())
                .update();
        assertThat(why(device, null)).containsExactly(Kind.TRAFFIC_USED_UP);
        assertThat(why(device, limited.code())).containsExactly(Kind.TRAFFIC_USED_UP);
        LookupAnswer answer = ask(limited.code().value());
        LookupWords words = new LookupWords(new Texts(), Texts.ENGLISH, answer);
        assertThat(answer.findings()).extracting(words::state).containsExactly("traffic used up");
        activation.activate(hotel.id(), generate(Reuse.SINGLE_USE).code(), device);
        assertThat(why(device, null)).containsExactly(Kind.IDENTIFIED, Kind.TRAFFIC_USED_UP);
    }
}
