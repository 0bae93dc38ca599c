package io.packetboat.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.policy.AddressRange;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254", "169.254.0.1", "100.100.100.200", "168.63.129.16", "0.0.0.0", "224.0.0.1",
                "255.255.255.255", "::", "fe80::1", "fd00:ec2::254", "fd20:ce::254", "ff02::1",
                "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::1", "::169.254.169.254"
            })
    void refusesWhatIsNoEndpointHoweverItIsWritten(String address) throws UnknownHostException {
        assertThat(EndpointRules.OPEN.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "fd12:3456::1",
                "93.184.216.34",
                "2606:2800:220:1::1",
                "64:ff9b::0a01:0203"
            })
    void allowsOnPremisesAndPublicAddresses(String address) throws UnknownHostException {
        assertThat(EndpointRules.OPEN.allows(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void anAllowedRangeIsTheOnlyOne() throws UnknownHostException {
        EndpointRules rules = new EndpointRules(ranges("10.0.0.0/8", "169.254.0.0/16"), ranges("10.9.0.0/16"));

        assertThat(rules.allows(InetAddress.getByName("10.1.1.1"))).isTrue();
        assertThat(rules.allows(InetAddress.getByName("10.9.1.1"))).isFalse();
        assertThat(rules.allows(InetAddress.getByName("127.0.0.1"))).isFalse();
        assertThat(rules.allows(InetAddress.getByName("169.254.169.254"))).isFalse();
    }

    @Test
    void aDeniedRangeIsDeniedBehindAGatewayToo() throws UnknownHostException {
        EndpointRules rules = new EndpointRules(List.of(), ranges("10.0.0.0/8"));

        assertThat(rules.allows(InetAddress.getByName("64:ff9b::0a01:0203"))).isFalse();
    }

    private static List<AddressRange> ranges(String... ranges) {
        return List.of(ranges).stream()
                .map(range -> AddressRange.parse("test", range))
                .toList();
    }
}
