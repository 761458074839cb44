package downbeat.drops.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** A counter and a set in Redis, changed by a script; every write is on the disk before its answer. */
final class RedisShop implements Shop {
    private static final String SCRIPT = "if redis.call('SISMEMBER', KEYS[2], ARGV[1]) == 1 then return -2 end"
            + " local stock = tonumber(redis.call('GET', KEYS[1])) if stock <= 0 then return 0 end"
            + " redis.call('DECR', KEYS[1]) redis.call('SADD', KEYS[2], ARGV[1]) return stock";

    private final Process server;
    private final int port;
    private final Wire admin;
    private final String script;

    RedisShop() throws IOException {
        port = free();
        server = new ProcessBuilder(List.of(
                        "redis-server",
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--appendonly",
                        "yes",
                        "--appendfsync",
                        "always",
                        "--save",
                        "",
                        "--dir",
                        Files.createTempDirectory("downbeat-redis").toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        admin = connected();
        script = (String) admin.ask("SCRIPT", "LOAD", SCRIPT);
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Wire connected() throws IOException {
        for (int attempt = 0; server.isAlive() && attempt < 1_000_000; attempt++) {
            try {
                return new Wire(port);
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IOException("redis-server does not run");
    }

    @Override
    public String name() {
        return "Lua, Redis";
    }

    @Override
    public void open(String round, int stock) throws IOException {
        admin.ask("SET", "stock:" + round, Integer.toString(stock));
    }

    @Override
    public Client client() throws IOException {
        var wire = new Wire(port);
        return new Client() {
            @Override
            public Answer claim(String round, String member) throws IOException {
                var left = (Long) wire.ask("EVALSHA", script, "2", "stock:" + round, "claims:" + round, member);
                return left > 0 ? Answer.CLAIMED : Answer.SOLD_OUT;
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    @Override
    public long claims(String round) throws IOException {
        return (Long) admin.ask("SCARD", "claims:" + round);
    }

    @Override
    public void close() throws IOException {
        admin.close();
        server.destroy();
    }

    /** What of Redis's protocol (RESP2) is needed: arrays of texts there, a number or a text back. */
    private static final class Wire implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        Wire(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = new BufferedOutputStream(socket.getOutputStream());
        }

        Object ask(String... words) throws IOException {
            write("*" + words.length);
            for (String word : words) {
                write("$" + word.getBytes(StandardCharsets.UTF_8).length);
                write(word);
            }
            out.flush();
            String line = Lines.next(in);
            return switch (line.charAt(0)) {
                case ':' -> Long.parseLong(line.substring(1));
                case '+' -> line.substring(1);
                case '$' -> Lines.next(in);
                default -> throw new IOException(line);
            };
        }

        private void write(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
