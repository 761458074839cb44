package downbeat.web.node;

import downbeat.classes.entity.LiveClasses;
import downbeat.cluster.node.NodeContext;
import downbeat.drops.entity.Drops;
import downbeat.drops.view.DropBoard;
import downbeat.popups.entity.PopUps;
import downbeat.web.asset.Assets;
import downbeat.web.asset.PopUpPictures;
import downbeat.web.drop.Admissions;
import downbeat.web.drop.DownloadLinks;
import downbeat.web.drop.PickupCodes;
import downbeat.web.http.drop.ClaimOperations;
import downbeat.web.http.drop.CounterOperations;
import downbeat.web.http.drop.DropListOperations;
import downbeat.web.http.drop.DropOperations;
import downbeat.web.http.drop.DropShelf;
import downbeat.web.http.drop.Forecasts;
import downbeat.web.http.drop.PaymentOperations;
import downbeat.web.http.drop.RefundOperations;
import downbeat.web.http.drop.Till;
import downbeat.web.http.drop.WalletOperations;
import downbeat.web.http.guard.RateLimits;
import downbeat.web.http.operation.Cursors;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Paging;
import downbeat.web.http.resource.PopUpShelf;
import downbeat.web.http.resource.Shelf;
import downbeat.web.identity.Identity;
import downbeat.web.identity.token.Derived;
import downbeat.web.identity.token.Tokens;
import downbeat.web.identity.view.MemberNames;
import downbeat.web.payment.Cashier;
import downbeat.web.payment.Checkouts;
import downbeat.web.payment.Refunds;
import java.util.List;
import java.util.stream.Stream;

/** What a node answers about drops, claims and counters. */
final class DropApi {
    private final NodeContext node;
    private final RateLimits limits;

    DropApi(NodeContext node, RateLimits limits) {
        this.node = node;
        this.limits = limits;
    }

    List<Operation> operations() {
        var derived = node.find(Derived.class);
        var blocking = Blocking.executor(node.system());
        var paging = new Paging(new Cursors(derived));
        var board = node.find(DropBoard.class);
        var names = node.find(MemberNames.class);
        var identity = node.find(Identity.class);
        var popUps = node.find(PopUps.class);
        var refunds = node.find(Refunds.class);
        var shelf = new DropShelf(
                node.find(Drops.class),
                new PickupCodes(derived),
                new Admissions(node.find(Tokens.class)),
                new Till(node.find(Checkouts.class), refunds, node.find(Drops.class), blocking),
                node.clock());
        var popUpShelf = new PopUpShelf(popUps, identity, node.find(PopUpPictures.class), blocking);
        var classes = node.find(LiveClasses.class);
        var links = new DownloadLinks(node.find(Tokens.class));
        return Stream.of(
                        new DropOperations(shelf, classes, popUps, derived).operations(),
                        new ClaimOperations(shelf, limits).operations(),
                        new DropListOperations(
                                        shelf,
                                        new Shelf(classes, identity),
                                        board,
                                        new Forecasts(shelf, classes, board, blocking),
                                        names,
                                        refunds,
                                        paging,
                                        blocking)
                                .operations(),
                        new CounterOperations(shelf, popUpShelf, board, names, blocking).operations(),
                        new WalletOperations(shelf, board, links, node.find(Assets.class), paging, blocking)
                                .operations(),
                        new RefundOperations(shelf, refunds, blocking).operations(),
                        new PaymentOperations(
                                        node.find(PaymentPart.Notices.class).reader(), node.find(Cashier.class))
                                .operations())
                .flatMap(List::stream)
                .toList();
    }
}
