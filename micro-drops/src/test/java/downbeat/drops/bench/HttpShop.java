package downbeat.drops.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Downbeat over its public API, in a process of its own: each client keeps a connection, and every claim is a member's own, with the
 * member's session and an idempotency key. The client's side is bytes over a socket, since it shares the machine with the server.
 */
final class HttpShop implements Shop {
    /** More than there are units, so that a member who is told to come again does not leave one unsold. */
    private static final int MEMBERS = 1_100;

    /** Passwords are hashed slowly on purpose. */
    private static final int REGISTERED_AT_ONCE = 8;

    private static final String PASSWORD = "measure-the-downbeat-9";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern DROP = Pattern.compile("\"dropId\":\"([^\"]+)\"");
    private static final Pattern CLAIMED = Pattern.compile("\"claims\":(\\d+)");
    private final String name;
    private final URI server;
    private final String trainer;
    private final List<String> members;
    private final Map<String, String> drops = new ConcurrentHashMap<>();

    /** @param server a node of its own that limits nobody's requests and lets trainers register */
    HttpShop(String name, URI server) throws Exception {
        this.name = name;
        this.server = server;
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        this.trainer = registered("trainer-" + run, "\"TRAINER\"");
        this.members = registered(run);
    }

    @Override
    public String name() {
        return name;
    }

    private List<String> registered(String run) throws Exception {
        var all = new ArrayList<Callable<String>>();
        for (int number = 0; number < MEMBERS; number++) {
            var member = "member-" + run + "-" + number;
            all.add(() -> registered(member, ""));
        }
        var tokens = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(REGISTERED_AT_ONCE)) {
            for (var token : threads.invokeAll(all)) {
                tokens.add(token.get());
            }
        }
        return tokens;
    }

    private String registered(String who, String role) throws IOException {
        try (var line = new Line(server)) {
            var form = "{\"email\": \"%s@rush.invalid\", \"password\": \"%s\", \"name\": \"%s\", \"roles\": [%s]}"
                    .formatted(who, PASSWORD, who, role);
            return line.done("/api/v1/accounts", "", form, TOKEN);
        }
    }

    @Override
    public void open(String round, int stock) throws IOException {
        try (var line = new Line(server)) {
            var drop = line.done("/api/v1/drops", trainer, draft(stock), DROP);
            line.done("/api/v1/drops/" + drop + "/announce", trainer, "", DROP);
            line.done("/api/v1/drops/" + drop + "/open", trainer, "", DROP);
            drops.put(round, drop);
        }
    }

    /** Everybody may claim one, with nothing to be paid and nothing to be fetched. */
    private static String draft(int stock) {
        return """
            {"title": "Rush", "components": [{"id": "unit", "name": "Unit"}],
             "bundles": [{"id": "set", "name": "Set", "price": {"minor": 0, "currency": "EUR"}, "contents": {"unit": 1},
                          "downloads": [{"name": "File", "asset": "rush"}]}],
             "points": [{"point": "online", "stock": {"unit": %d}}],
             "perMember": 1, "timing": {"openMinutes": 60, "holdMinutes": 5, "graceMinutes": 0}}
            """.formatted(stock);
    }

    /** @param member ends with a number */
    private String session(String member) {
        return members.get(Integer.parseInt(member.substring(member.lastIndexOf('-') + 1)) % MEMBERS);
    }

    @Override
    public Client client() throws IOException {
        var line = new Line(server);
        line.greet();
        return new Client() {
            @Override
            public Answer claim(String round, String member) throws IOException {
                var path = "/api/v1/drops/" + drops.get(round) + "/claims";
                var reply =
                        line.ask("POST", path, session(member), "{\"bundle\": \"set\", \"point\": \"online\"}", member);
                return switch (reply.status()) {
                    case 201 -> Answer.CLAIMED;
                    case 409 -> Answer.SOLD_OUT;
                    case 429, 503 -> busy(reply);
                    default -> throw new IOException(reply.status() + ": " + reply.body());
                };
            }

            @Override
            public void close() throws IOException {
                line.close();
            }
        };
    }

    private static Answer busy(Reply reply) throws IOException {
        if (reply.retryAfter().isEmpty()) {
            throw new IOException(reply.status() + " does not say when to try again: " + reply.body());
        }
        return Answer.BUSY;
    }

    @Override
    public long claims(String round) throws IOException {
        try (var line = new Line(server)) {
            var figures = line.ask("GET", "/api/v1/drops/" + drops.get(round) + "/figures", trainer, "", "");
            return Long.parseLong(found(CLAIMED, figures.body()));
        }
    }

    @Override
    public void close() {}

    private static String found(Pattern pattern, String text) throws IOException {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    /** @param retryAfter empty if it says nothing */
    private record Reply(int status, String body, String retryAfter) {}

    /** A connection that is kept: one request after the other. */
    private static final class Line implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private final String host;
        private final byte[] buffer = new byte[4 * 1024];

        Line(URI server) throws IOException {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            in = socket.getInputStream();
            out = socket.getOutputStream();
            host = server.getAuthority();
        }

        /** Until the server has taken the connection up, as the other shops have theirs before a rush. */
        void greet() throws IOException {
            ask("GET", "/health/live", "", "", "");
        }

        /** What the pattern finds in the answer to a request that must be granted. */
        String done(String path, String session, String body, Pattern pattern) throws IOException {
            var reply = ask("POST", path, session, body, "");
            if (reply.status() >= 300) {
                throw new IOException(path + " was answered " + reply.status() + ": " + reply.body());
            }
            return found(pattern, reply.body());
        }

        Reply ask(String method, String path, String session, String body, String key) throws IOException {
            var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host
                    + "\r\nAccept: application/json\r\nContent-Length: " + body.length() + "\r\n");
            line(head, body.isEmpty(), "", "Content-Type: application/json");
            line(head, session.isEmpty(), "", "Authorization: Bearer " + session);
            line(head, key.isEmpty(), "If-Match: *", "Idempotency-Key: " + key);
            out.write((head + "\r\n" + body).getBytes(StandardCharsets.US_ASCII));
            return reply();
        }

        private static void line(StringBuilder head, boolean without, String otherwise, String header) {
            var line = without ? otherwise : header;
            if (!line.isEmpty()) {
                head.append(line).append("\r\n");
            }
        }

        /** An answer as it comes from the socket: the client takes as little of the machine as it can. */
        private Reply reply() throws IOException {
            int filled = 0;
            int body = -1;
            while (body < 0) {
                int more = in.read(buffer, filled, buffer.length - filled);
                if (more <= 0) {
                    throw new EOFException("the server has closed the connection, or its answer has no end");
                }
                filled += more;
                body = body(filled);
            }
            var head = new String(buffer, 0, body, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
            int length = Integer.parseInt(header(head, "content-length", "0"));
            var whole = new ByteArrayOutputStream(length);
            whole.write(buffer, body, filled - body);
            whole.write(in.readNBytes(length - (filled - body)));
            return new Reply(
                    Integer.parseInt(head.substring(9, 12)),
                    whole.toString(StandardCharsets.UTF_8),
                    header(head, "retry-after", ""));
        }

        private int body(int filled) {
            for (int at = 3; at < filled; at++) {
                if (buffer[at] == '\n' && buffer[at - 2] == '\n') {
                    return at + 1;
                }
            }
            return -1;
        }

        private static String header(String head, String name, String otherwise) {
            int at = head.indexOf("\n" + name + ":");
            return at < 0
                    ? otherwise
                    : head.substring(at + name.length() + 2, head.indexOf('\r', at))
                            .strip();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
