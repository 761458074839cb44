package downbeat.web.rehearse.drop;

/**
 * A claim as the server lists it in the end.
 *
 * @param member index of whose it is
 * @param released whether it is no more
 */
public record KeptClaim(String claimId, int member, int units, boolean released) {}
