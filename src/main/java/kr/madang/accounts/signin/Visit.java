package kr.madang.accounts.signin;

import java.io.Serializable;

/**
 * Where a request comes from.
 *
 * @param address network address of the other side
 * @param agent what the browser calls itself
 */
public record Visit(String address, String agent) implements Serializable {
    public Visit {
        agent = agent.length() > 200 ? agent.substring(0, 200) : agent;
        agent = agent.replaceAll("\\p{Cntrl}", " ");
    }

    /** What failures from here are counted under: the address, or the network of it where everyone has many (IPv6 /64). */
    String counted() {
        if (!address.contains(":")) return address;
        try {
            // a literal, so nothing is looked up
            var bytes = java.net.InetAddress.ofLiteral(address.replaceAll("%.*", ""))
                    .getAddress();
            if (bytes.length != 16) return address;
            return java.util.HexFormat.of().formatHex(bytes, 0, 8) + "/64";
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
