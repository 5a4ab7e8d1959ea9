package dev.propusk.token;

import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Limits;
import dev.propusk.token.end.OtherNetworks;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;

/** Codes for a number of devices, and what may happen to these. */
abstract class CodesForDevices extends TokenRulesOnTheDatabase {
    @Autowired
    OtherNetworks otherNetworks;

    Token generate(int devices) {
        TokenRequest request = new TokenRequest(1, Uses.of(devices), Term.ofDays(2), null, null, Limits.NONE);
        return asOwner(() -> generation.generate(hotel.id(), request).tokens().getFirst());
    }

    static List<MacAddress> devices(int count) {
        return Stream.generate(TestContracts::device).limit(count).toList();
    }

    Token move(Token row, MacAddress to) {
        return asOwner(() -> activation.moveToNewMac(hotel.id(), row.id(), to));
    }

    boolean annul(Token token) {
        return asOwner(() -> ending.annul(hotel.id(), token.id(), true)) != null;
    }

    void toAnotherNetwork(MacAddress device) {
        Contract cafe = contracts.open();
        otherNetworks.deviceConnected(cafe.id(), device, token -> true);
    }

    int live(Token token) {
        return jdbc.sql("select count(*) from token where code = ? and state = 'ACTIVE'")
                .param(token.code().value())
                .query(Integer.class)
                .single();
    }
}
