package downbeat.web.webhook.domain;

import java.util.List;

/**
 * Which addresses of the Internet are anybody's to connect to. What leads into this machine, its network or its cloud is not, nor is
 * what hides such an address in one of IPv6. After the special-purpose registries of IANA (RFC 6890 and what amends it).
 */
public final class PublicAddress {
    private record Block(int[] prefix, int bits) {
        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                int octet = bit / 8 < prefix.length ? prefix[bit / 8] : 0;
                if ((address[bit / 8] & mask) != (octet & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Block block(int bits, int... prefix) {
        return new Block(prefix, bits);
    }

    private static final List<Block> NOT_OF_IPV4 = List.of(
            block(8, 0), // this network
            block(8, 10), // private
            block(10, 100, 64), // carriers' shared space
            block(8, 127), // loopback
            block(16, 169, 254), // link-local, metadata of clouds
            block(12, 172, 16), // private
            block(24, 192, 0, 0), // protocol assignments
            block(24, 192, 0, 2), // documentation
            block(24, 192, 88, 99), // 6to4 relays
            block(16, 192, 168), // private
            block(15, 198, 18), // benchmarks
            block(24, 198, 51, 100), // documentation
            block(24, 203, 0, 113), // documentation
            block(4, 224), // multicast
            block(4, 240)); // reserved, broadcast

    /**
     * All that is given out of IPv6. Loopback, mapped and compatible addresses, NAT64, unique-local, link-local and multicast lie
     * outside.
     */
    private static final Block IPV6 = block(3, 0x20);

    private static final List<Block> NOT_OF_IPV6 = List.of(
            block(23, 0x20, 0x01), // protocol assignments: Teredo, ORCHID, benchmarks
            block(32, 0x20, 0x01, 0x0d, 0xb8), // documentation
            block(16, 0x20, 0x02), // 6to4
            block(20, 0x3f, 0xff)); // documentation

    private PublicAddress() {}

    /** @param address 4 or 16 bytes */
    public static boolean is(byte[] address) {
        return switch (address.length) {
            case 4 -> NOT_OF_IPV4.stream().noneMatch(block -> block.holds(address));
            case 16 -> IPV6.holds(address) && NOT_OF_IPV6.stream().noneMatch(block -> block.holds(address));
            default -> false;
        };
    }
}
