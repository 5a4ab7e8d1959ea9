package dev.propusk.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.NetworkRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaffAddressesTest {
    private final StaffAddresses office = new StaffAddresses(List.of(NetworkRange.valueOf("203.0.113.0/24")));

    @Test
    void theProvidersPeopleWorkFromThoseAddressesAloneAndCustomersFromEverywhere() {
        for (Role role : Role.values()) {
            assertThat(office.admit(role, "203.0.113.7")).isTrue();
            assertThat(office.admit(role, "198.51.100.1")).isEqualTo(role.isOfContract());
            assertThat(office.admit(role, "")).isEqualTo(role.isOfContract());
        }
    }

    @Test
    void withoutAListTheyWorkFromEverywhere() {
        assertThat(new StaffAddresses(List.of()).admit(Role.ADMIN, "198.51.100.1"))
                .isTrue();
    }
}
