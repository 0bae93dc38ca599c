package io.packetboat.push;

import io.packetboat.policy.AddressRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses notifications may be sent to. Loopback and private ranges are open, since on-premises subscribers live
 * there; what is never an endpoint is refused always, the addresses by which clouds hand out credentials above all.
 *
 * @param allow where it is not empty, nothing else is allowed
 * @param deny never allowed
 */
public record EndpointRules(List<AddressRange> allow, List<AddressRange> deny) {
    /** Everything but what is always refused. */
    public static final EndpointRules OPEN = new EndpointRules(List.of(), List.of());

    private static final List<AddressRange> NEVER = Stream.of(
                    "0.0.0.0/8", // this host, by another name
                    "169.254.0.0/16", // link-local; metadata of AWS, Azure, Google, Oracle and others
                    "100.100.100.200", // metadata of Alibaba
                    "168.63.129.16", // Azure's wire server
                    "192.0.0.192", // metadata of Oracle's classic cloud
                    "224.0.0.0/4", // multicast
                    "255.255.255.255",
                    "::",
                    "fe80::/10", // link-local
                    "fec0::/10", // site-local, once
                    "fd00:ec2::/32", // metadata of AWS, and its neighbours
                    "fd20:ce::254", // metadata of Google
                    "ff00::/8") // multicast
            .map(range -> AddressRange.parse("always refused", range))
            .toList();
    private static final AddressRange NAT64 = AddressRange.parse("NAT64", "64:ff9b::/96");
    private static final AddressRange SIX_TO_FOUR = AddressRange.parse("6to4", "2002::/16");
    private static final AddressRange COMPATIBLE = AddressRange.parse("IPv4-compatible", "::/96");

    public EndpointRules {
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
    }

    /** Whether notifications may go to the address, by whichever way of writing it. */
    public boolean allows(InetAddress address) {
        if (!permits(address)) {
            return false;
        }
        return !(address instanceof Inet6Address) || embedded(address).allMatch(this::isHarmless);
    }

    private boolean permits(InetAddress address) {
        return isHarmless(address) && (allow.isEmpty() || allow.stream().anyMatch(range -> range.contains(address)));
    }

    private boolean isHarmless(InetAddress address) {
        return Stream.concat(NEVER.stream(), deny.stream()).noneMatch(range -> range.contains(address));
    }

    /** The IPv4 address that a gateway, or this host, would make of an IPv6 address. */
    private static Stream<InetAddress> embedded(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (NAT64.contains(address) || COMPATIBLE.contains(address) && !address.isLoopbackAddress()) {
            return Stream.of(ipv4(Arrays.copyOfRange(bytes, 12, 16)));
        }
        return SIX_TO_FOUR.contains(address) ? Stream.of(ipv4(Arrays.copyOfRange(bytes, 2, 6))) : Stream.empty();
    }

    private static InetAddress ipv4(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("four bytes are an address", e);
        }
    }
}
