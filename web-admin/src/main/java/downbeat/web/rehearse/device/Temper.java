package downbeat.web.rehearse.device;

/**
 * How a simulated member behaves.
 *
 * @param clockErrorMillis how wrong the clock may be, either way
 * @param jitterMinMillis least delay of a frame, each way
 * @param jitterMaxMillis most delay of a frame, each way
 * @param steps the clock is set, by up to 30 s, now and then
 * @param drops the link breaks now and then
 * @param awayMinMillis for how long at least
 * @param awayMaxMillis and at most
 * @param falls the bandwidth of the link falls once for a while
 * @param deaf never reads
 */
public record Temper(
        double clockErrorMillis,
        double jitterMinMillis,
        double jitterMaxMillis,
        boolean steps,
        boolean drops,
        long awayMinMillis,
        long awayMaxMillis,
        boolean falls,
        boolean deaf) {}
