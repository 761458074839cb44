package downbeat.drops.kill;

import downbeat.drops.domain.claim.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a drop was heard to promise before it was killed, held against what it has afterwards. */
final class Ledger {
    private record Promise(String who, int claim, boolean paid) {}

    private record Found(int claim, String who, Status status) {}

    private final Set<Promise> promises = new HashSet<>();
    private final List<Found> found = new ArrayList<>();
    private final int stock;
    private final int limit;

    Ledger(int stock, int limit) {
        this.stock = stock;
        this.limit = limit;
    }

    /** Somebody was told that a claim is theirs. */
    void promised(String who, int claim) {
        promises.add(new Promise(who, claim, false));
    }

    /** Somebody was told that their payment has been taken. */
    void paid(String who, int claim) {
        promises.add(new Promise(who, claim, true));
    }

    /** A claim is there afterwards. */
    void found(int claim, String who, Status status) {
        found.add(new Found(claim, who, status));
    }

    int promises() {
        return (int) promises.stream().filter(it -> !it.paid()).count();
    }

    /** Everything that is wrong; nothing when all is well. */
    List<String> wrongs() {
        var wrongs = new ArrayList<String>();
        var byNumber = new HashMap<Integer, Found>();
        for (var one : found) {
            if (byNumber.put(one.claim(), one) != null) {
                wrongs.add("doubled: claim " + one.claim() + " is there twice");
            }
        }
        promises.forEach(it -> lost(it, byNumber, wrongs));
        doubled(wrongs);
        long taken = found.stream().filter(Ledger::counts).count();
        if (taken > stock) {
            wrongs.add("oversold: " + taken + " of " + stock);
        }
        return wrongs;
    }

    private static void lost(Promise promise, Map<Integer, Found> byNumber, List<String> wrongs) {
        var there = byNumber.get(promise.claim());
        if (there == null || !there.who().equals(promise.who()) || !counts(there)) {
            wrongs.add("lost: " + promise + ", and there is " + there);
        } else if (promise.paid() && there.status() != Status.CONFIRMED) {
            wrongs.add("lost: the payment of " + promise + " for " + there);
        }
    }

    private void doubled(List<String> wrongs) {
        var each = new HashMap<String, Integer>();
        found.stream().filter(Ledger::counts).forEach(it -> each.merge(it.who(), 1, Integer::sum));
        each.forEach((who, count) -> {
            if (count > limit) {
                wrongs.add("doubled: " + who + " has " + count);
            }
        });
    }

    private static boolean counts(Found it) {
        return it.status() != Status.RELEASED;
    }
}
