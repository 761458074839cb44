package downbeat.popups.pass;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** The signature of RFC 8032, which every Java since 15 has. */
final class Ed25519 {
    static final int SIGNATURE = 64;
    static final int PUBLIC_KEY = 32;
    private static final String NAME = "Ed25519";

    /** What goes before the 32 bytes of a public key in its X.509 form (RFC 8410, section 4). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("key must be a private key of Ed25519", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    static boolean verify(PublicKey key, byte[] message, byte[] signed) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    static byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        byte[] raw = new byte[PUBLIC_KEY];
        System.arraycopy(encoded, encoded.length - PUBLIC_KEY, raw, 0, PUBLIC_KEY);
        return raw;
    }

    static PublicKey publicKey(byte[] raw) {
        byte[] encoded = new byte[X509.length + PUBLIC_KEY];
        System.arraycopy(X509, 0, encoded, 0, X509.length);
        System.arraycopy(raw, 0, encoded, X509.length, PUBLIC_KEY);
        try {
            return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("key must be a point of Ed25519", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }
}
