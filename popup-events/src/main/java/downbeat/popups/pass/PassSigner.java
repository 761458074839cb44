package downbeat.popups.pass;

import java.security.PrivateKey;

/** Makes passes with the key of now. Whoever rotates keys makes a new signer and goes on publishing the old key. */
public final class PassSigner {
    private final KeyNumber number;
    private final PrivateKey key;

    public PassSigner(KeyNumber number, PrivateKey key) {
        this.number = number;
        this.key = key;
    }

    /** The text of the code; the same pass is the same text, since Ed25519 needs no randomness. */
    public String sign(Pass pass) {
        byte[] body = PassText.body(number, pass);
        return PassText.write(body, Ed25519.sign(key, PassText.message(body)));
    }
}
