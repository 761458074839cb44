package downbeat.web.http.page;

/**
 * Who publishes what there is to find.
 *
 * @param name such as a studio goes by
 * @param legalName as it is registered; the name where that is the same
 * @param discussion where people can say what is wrong with the data; empty for nowhere
 */
public record Publisher(String name, String legalName, String discussion) {

    /** @throws IllegalArgumentException naming the setting that is wrong */
    public Publisher {
        if (name.isBlank()) {
            throw new IllegalArgumentException("downbeat.discovery.publisher.name must not be empty");
        }
        if (!discussion.isEmpty() && !discussion.matches("https?://\\S+")) {
            throw new IllegalArgumentException(
                    "downbeat.discovery.publisher.discussion-url must begin with https://, or be empty");
        }
        legalName = legalName.isBlank() ? name : legalName;
    }
}
