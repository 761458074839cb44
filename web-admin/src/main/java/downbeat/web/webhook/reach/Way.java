package downbeat.web.webhook.reach;

import downbeat.web.webhook.domain.PublicAddress;
import downbeat.web.webhook.reach.Endpoint.Unusable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks up where the name of an endpoint leads, and refuses what leads to this machine, its network or its cloud. The address that
 * is connected to is one that was looked at: a name that leads elsewhere the next moment leads nowhere.
 */
public final class Way {
    /** Asks for the addresses of a name. Blocks. */
    @FunctionalInterface
    public interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final Names names;
    private final boolean allowPrivate;
    private final Map<String, Endpoint> known;

    /** @param allowPrivate whether any address will do, and http to this very machine: for tests and one laptop */
    public Way(Names names, boolean allowPrivate) {
        this(names, allowPrivate, Map.of());
    }

    private Way(Names names, boolean allowPrivate, Map<String, Endpoint> known) {
        this.names = names;
        this.allowPrivate = allowPrivate;
        this.known = Map.copyOf(known);
    }

    public static Way ofThisMachine(boolean allowPrivate) {
        return new Way(InetAddress::getAllByName, allowPrivate);
    }

    /**
     * The same with endpoints that may be private, each by its whole address as it will be written, and no other.
     *
     * @throws Unusable when one of them cannot be an endpoint at all
     */
    public Way knowing(List<String> urls) throws Unusable {
        var endpoints = new HashMap<>(known);
        for (var url : urls) {
            endpoints.put(url, Endpoint.parse(url, true));
        }
        return new Way(names, allowPrivate, endpoints);
    }

    /** Reads an address as somebody wrote it. */
    public Endpoint read(String url) throws Unusable {
        return Endpoint.parse(url, allowPrivate || known.containsKey(url));
    }

    /** Where to connect to. Every address of the name must do, since any of them may be taken next time. Blocks. */
    public InetSocketAddress to(Endpoint endpoint) throws Unusable {
        var all = addresses(endpoint.host());
        for (var address : all) {
            check(endpoint, address);
        }
        return new InetSocketAddress(all[0], endpoint.port());
    }

    private InetAddress[] addresses(String host) throws Unusable {
        try {
            var all = names.of(host);
            if (all.length > 0) {
                return all;
            }
        } catch (UnknownHostException e) {
            // said below
        }
        throw new Unusable("names a host that cannot be found: " + host + ".");
    }

    private void check(Endpoint endpoint, InetAddress address) throws Unusable {
        if (!endpoint.secure() && !address.isLoopbackAddress()) {
            throw new Unusable("must begin with https://: http is taken to this very machine only.");
        }
        boolean allowed = allowPrivate || known.containsValue(endpoint);
        if (!allowed && !PublicAddress.is(address.getAddress())) {
            throw new Unusable("must lead to a public address of the Internet; " + endpoint.host()
                    + " leads into a private or reserved network.");
        }
    }
}
