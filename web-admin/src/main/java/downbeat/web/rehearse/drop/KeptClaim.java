package downbeat.web.rehearse.drop;

/**
 * A claim as the server lists it in the end.
 *
 * @param member index of whose it is; {@link #NOBODY} where the list does not say
 * @param released whether it is no more
 */
public record KeptClaim(String claimId, int member, int units, boolean released) {
    static final int NOBODY = -1;

    boolean nobodys() {
        return member == NOBODY;
    }
}
