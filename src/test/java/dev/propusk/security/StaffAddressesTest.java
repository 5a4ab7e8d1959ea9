package dev.propusk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.base.NetworkRange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

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

    @Test
    void anEmptyListIsNoneAndOneIsReadAsPeopleWriteIt() {
        assertThat(set("").admit(Role.ADMIN, "198.51.100.1")).isTrue();
        StaffAddresses list = set("203.0.113.7/24 , 2001:db8::/32");
        assertThat(list.admit(Role.ADMIN, "203.0.113.200")).isTrue();
        assertThat(list.admit(Role.ADMIN, "::ffff:203.0.113.200")).isTrue();
        assertThat(list.admit(Role.SUPPORT, "2001:db8:1::5")).isTrue();
        assertThat(list.admit(Role.SUPPORT, "2001:db9::5")).isFalse();
    }

    /** It would let in everybody, or nobody, and no one would know. */
    @ParameterizedTest
    @ValueSource(strings = {"office", "203.0.113", "203.0.113.0/", "203.0.113.0/33", "203.0.113.0/24,office", " , "})
    void withAListThatCanNotBeReadNothingStarts(String mistyped) {
        assertThatThrownBy(() -> set(mistyped)).isInstanceOf(BindException.class);
    }

    private static StaffAddresses set(String list) {
        return new Binder(new MapConfigurationPropertySource(Map.of("propusk.staff-addresses", list)))
                .bindOrCreate("propusk", StaffAddresses.class);
    }
}
