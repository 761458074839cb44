package downbeat.discovery.bench;

import downbeat.discovery.index.Entry;
import downbeat.kernel.GeoPoint;
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
import java.util.ArrayList;
import java.util.List;

/** The nearest twenty within 3 km by GEOSEARCH, whatever else is true of them; a server of its own on loopback, one connection. */
final class RedisSearcher implements Searcher {
    private static final String KEY = "near";
    private static final int AT_ONCE = 1_000;

    private final Process server;
    private final Wire wire;

    RedisSearcher(List<Entry> entries) throws IOException {
        int port = free();
        server = new ProcessBuilder(List.of(
                        "redis-server",
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--appendonly",
                        "no",
                        "--save",
                        "",
                        "--dir",
                        Files.createTempDirectory("downbeat-redis").toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        wire = connected(port);
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            add(entries.subList(from, Math.min(entries.size(), from + AT_ONCE)));
        }
    }

    /** Whether there is a server to be started. */
    static boolean there() {
        try {
            return new ProcessBuilder("redis-server", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Wire connected(int port) throws IOException {
        for (int attempt = 0; server.isAlive() && attempt < 1_000_000; attempt++) {
            try {
                return new Wire(port);
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IOException("redis-server does not run");
    }

    private void add(List<Entry> entries) throws IOException {
        var words = new ArrayList<>(List.of("GEOADD", KEY));
        for (var entry : entries) {
            var point = entry.point().orElseThrow();
            words.add(Double.toString(point.longitude()));
            words.add(Double.toString(point.latitude()));
            words.add(Integer.toString(entry.number()));
        }
        wire.ask(words);
    }

    @Override
    public int questions() {
        return 200;
    }

    @Override
    public String name() {
        return "Redis, nearest 20 within 3 km";
    }

    @Override
    public int search(GeoPoint point) throws IOException {
        return wire.ask(List.of(
                "GEOSEARCH",
                KEY,
                "FROMLONLAT",
                Double.toString(point.longitude()),
                Double.toString(point.latitude()),
                "BYRADIUS",
                "3",
                "km",
                "ASC",
                "COUNT",
                "20"));
    }

    @Override
    public void close() throws IOException {
        wire.close();
        server.destroy();
    }

    /** What of Redis's protocol (RESP2) is needed: arrays of texts there, a number or an array of texts back. */
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

        /** The number, or how many texts there are. */
        int ask(List<String> words) throws IOException {
            write("*" + words.size());
            for (String word : words) {
                write("$" + word.length());
                write(word);
            }
            out.flush();
            String line = line();
            int answer = Integer.parseInt(line.substring(1));
            if (line.charAt(0) == '*') {
                for (int text = 0; text < answer; text++) {
                    line();
                    line();
                }
            }
            return answer;
        }

        private void write(String ascii) throws IOException {
            out.write((ascii + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        /** @throws IOException what the server says against the question */
        private String line() throws IOException {
            var text = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("redis-server has gone");
                }
                if (next != '\r') {
                    text.append((char) next);
                }
            }
            if (text.toString().startsWith("-")) {
                throw new IOException(text.toString());
            }
            return text.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
