package downbeat.web.http.operation;

import akka.http.javadsl.model.AttributeKeys;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import java.net.InetAddress;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Where a request comes from and how it got here, also through a proxy if one is trusted. */
public final class Client {
    private final boolean behindProxy;

    /** {@code behindProxy}: believe X-Forwarded-For and X-Forwarded-Proto, which a proxy in front sets. */
    public Client(boolean behindProxy) {
        this.behindProxy = behindProxy;
    }

    /** The client's address as text, without a port. */
    public String address(HttpRequest request) {
        if (behindProxy) {
            var forwarded = everyHeader(request, "X-Forwarded-For");
            var nearest = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
            if (!nearest.isEmpty() && nearest.length() <= 64) {
                return nearest;
            }
        }
        return request.getAttribute(AttributeKeys.remoteAddress)
                .flatMap(remote -> remote.getAddress())
                .map(InetAddress::getHostAddress)
                .orElse("unknown");
    }

    public boolean https(HttpRequest request) {
        return behindProxy && header(request, "X-Forwarded-Proto").equalsIgnoreCase("https");
    }

    /** The address of this node as the client knows it, such as {@code ws://localhost:8080}. */
    public String webSocketBase(HttpRequest request) {
        return (https(request) ? "wss://" : "ws://") + header(request, "Host");
    }

    /** The same for pages, such as {@code http://localhost:8080}: as the browser calls it that asks, if one does. */
    public String base(HttpRequest request) {
        var origin = header(request, "Origin");
        var own = (https(request) ? "https://" : "http://") + header(request, "Host");
        return origin.isEmpty() || origin.equals("null") ? own : origin;
    }

    /** Proxies may add a line of their own instead of adding to the client's: all lines are one list, in order. */
    private static String everyHeader(HttpRequest request, String name) {
        return StreamSupport.stream(request.getHeaders().spliterator(), false)
                .filter(h -> h.is(name.toLowerCase(Locale.ROOT)))
                .map(HttpHeader::value)
                .collect(Collectors.joining(","));
    }

    private static String header(HttpRequest request, String name) {
        return request.getHeader(name).map(HttpHeader::value).orElse("");
    }
}
