package downbeat.web.rehearse.stage;

/** An account that exists on the server. Never shows its password. */
public record Account(String email, String password) {
    @Override
    public String toString() {
        return email;
    }
}
