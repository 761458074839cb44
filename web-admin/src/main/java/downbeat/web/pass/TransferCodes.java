package downbeat.web.pass;

import com.nimbusds.jwt.JWTClaimsSet;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.TicketId;
import downbeat.web.identity.token.Purpose;
import downbeat.web.identity.token.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Signed codes of tickets on the way from one holder to another. They are good for a day, and for one new holder. */
public final class TransferCodes {
    /** The other person may read the message in the evening only. */
    public static final Duration LIFE = Duration.ofDays(1);

    private final Tokens tokens;

    public TransferCodes(Tokens tokens) {
        this.tokens = tokens;
    }

    public Tokens.Token sign(Transfer transfer) {
        var claims = Map.of(
                "popUp", transfer.popUp().value(),
                "ticket", transfer.ticket().value(),
                "issue", Integer.toString(transfer.issue()),
                "kind", transfer.kind().value(),
                "name", transfer.giverName());
        return tokens.sign(Purpose.TRANSFER, transfer.giver().value(), claims, LIFE);
    }

    /** What the code says, if it is ours and has not expired. */
    public Optional<Transfer> read(String code) {
        return tokens.verify(Purpose.TRANSFER, code).map(TransferCodes::transfer);
    }

    private static Transfer transfer(JWTClaimsSet claims) {
        return new Transfer(
                new PopUpId(text(claims, "popUp")),
                new TicketId(text(claims, "ticket")),
                Integer.parseInt(text(claims, "issue")),
                new KindId(text(claims, "kind")),
                new ParticipantId(claims.getSubject()),
                text(claims, "name"));
    }

    private static String text(JWTClaimsSet claims, String name) {
        return String.valueOf(claims.getClaim(name));
    }
}
