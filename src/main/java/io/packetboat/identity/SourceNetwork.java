package io.packetboat.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What counts as one source of failed logins: an IPv4 address, or the /64 network that an IPv6 host chooses from. */
final class SourceNetwork {
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");
    private static final int NETWORK_BYTES = 8;

    private SourceNetwork() {}

    static String of(String source) {
        int scope = source.indexOf('%');
        String literal = scope < 0 ? source : source.substring(0, scope);
        if (!IPV6.matcher(literal).matches()) {
            return source;
        }
        try {
            InetAddress address = InetAddress.getByName(literal);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES) + "/64"
                    : address.getHostAddress();
        } catch (UnknownHostException e) {
            return source;
        }
    }
}
