package io.packetboat.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of IP addresses in CIDR notation; a single address is a range of one. */
public record AddressRange(byte[] network, int prefix) {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

    /** Reads a range; raises {@link PolicyRefused} with the element that held it. */
    public static AddressRange parse(String element, String text) {
        int slash = text.indexOf('/');
        byte[] network = bytesOf(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new PolicyRefused(element, "'" + text + "' is no IP address or CIDR range"));
        int longest = network.length * 8;
        int prefix = slash < 0 ? longest : prefixOf(element, text, text.substring(slash + 1), longest);
        return new AddressRange(network, prefix);
    }

    private static int prefixOf(String element, String text, String digits, int longest) {
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > longest) {
            throw new PolicyRefused(element, "'" + text + "' has no prefix length between 0 and " + longest);
        }
        return Integer.parseInt(digits);
    }

    /**
     * Whether the text is an address of this range; anything but an IP address is in none. The name of the interface behind
     * a link-local address ({@code fe80::1%eth0}) is no part of it.
     */
    boolean contains(String address) {
        int zone = address.indexOf('%');
        return bytesOf(zone < 0 ? address : address.substring(0, zone))
                .filter(this::contains)
                .isPresent();
    }

    /** Whether the address is of this range. */
    public boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    private boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Reads a literal; never asks a name server, because only literals get past the two patterns. */
    private static Optional<byte[]> bytesOf(String literal) {
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
