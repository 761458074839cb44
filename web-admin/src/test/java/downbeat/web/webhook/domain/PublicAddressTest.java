package downbeat.web.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "64:ff9b::7f00:1",
                "64:ff9b::808:808",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "3fff::1",
                "3fff:fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void what_leads_inside_is_not_public(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(bytes(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2003::1",
                "2606:4700::1111",
                "3ffe::1"
            })
    void its_neighbours_are(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(bytes(address))).isTrue();
    }

    /** Java makes an address of four bytes of it; the rule does not rely on that. */
    @Property
    void an_ipv4_address_in_the_coat_of_ipv6_is_never_public(@ForAll @Size(4) byte[] inner) {
        for (int[] coat : new int[][] {{0, 0}, {0xff, 0xff}}) {
            var bytes = new byte[16];
            bytes[10] = (byte) coat[0];
            bytes[11] = (byte) coat[1];
            System.arraycopy(inner, 0, bytes, 12, 4);
            assertThat(PublicAddress.is(bytes)).isFalse();
        }
    }

    /** What Java itself calls loopback, local, link-local or multicast. */
    @Property
    void whatever_java_knows_to_be_special_is_not_public(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
        var address = InetAddress.getByAddress(bytes);
        var special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        assertThat(special && PublicAddress.is(bytes)).isFalse();
        var short4 = InetAddress.getByAddress(java.util.Arrays.copyOf(bytes, 4));
        var special4 = short4.isLoopbackAddress()
                || short4.isLinkLocalAddress()
                || short4.isSiteLocalAddress()
                || short4.isMulticastAddress();
        assertThat(special4 && PublicAddress.is(short4.getAddress())).isFalse();
    }

    private static byte[] bytes(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal).getAddress();
    }
}
