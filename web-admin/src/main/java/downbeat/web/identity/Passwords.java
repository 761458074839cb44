package downbeat.web.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import com.typesafe.config.Config;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hashes and checks passwords with Argon2id on threads of its own. At most {@code queue} wait; one more fails with
 * {@code RejectedExecutionException}, an outage and not a wrong password.
 */
public final class Passwords implements AutoCloseable {
    private final Argon2Function argon2;
    private final ThreadPoolExecutor workers;
    private final String hashOfNobody;

    /** Reads {@code memory-kib}, {@code iterations}, {@code threads}, {@code queue}. */
    public Passwords(Config config) {
        this.argon2 =
                Argon2Function.getInstance(config.getInt("memory-kib"), config.getInt("iterations"), 1, 32, Argon2.ID);
        this.workers = new ThreadPoolExecutor(
                config.getInt("threads"),
                config.getInt("threads"),
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.getInt("queue")),
                Thread.ofPlatform().daemon().name("passwords-", 0).factory());
        var salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        this.hashOfNobody = hashNow("nobody", salt);
    }

    /** PHC form, {@code $argon2id$v=19$m=…}. The same password and salt give the same hash. */
    public CompletionStage<String> hash(String password, byte[] salt) {
        return CompletableFuture.supplyAsync(() -> hashNow(password, salt), workers);
    }

    /** Whether the password fits the hash. Parameters are the hash's own. */
    public CompletionStage<Boolean> matches(String password, String hash) {
        return CompletableFuture.supplyAsync(
                () -> Argon2Function.getInstanceFromHash(hash).check(password, hash), workers);
    }

    /** Takes as long as a real check and is never true: an unknown address must not answer faster than a known one. */
    public CompletionStage<Boolean> matchesNobody(String password) {
        return matches(password, hashOfNobody).thenApply(ignored -> false);
    }

    private String hashNow(String password, byte[] salt) {
        return argon2.hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult();
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
