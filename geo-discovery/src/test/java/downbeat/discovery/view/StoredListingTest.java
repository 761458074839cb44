package downbeat.discovery.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.cluster.wire.Json;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.Particulars;
import downbeat.discovery.stage.Listings;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is stored of a listing, against files written when each form was new. An old one is never edited. */
class StoredListingTest {
    private static final Listing RIDE = Listings.popUp("u-ride", Instant.parse("2026-12-01T18:00:00Z"), 5);

    @Test
    void a_listing_is_written_as_its_golden_file_and_read_from_it() throws IOException {
        var golden = golden("listing");
        assertThat(Json.mapper().readTree(Json.mapper().writeValueAsString(RIDE)))
                .isEqualTo(golden);
        assertThat(Json.mapper().treeToValue(golden, Listing.class)).isEqualTo(RIDE);
    }

    @Test
    void one_that_was_written_before_there_were_particulars_has_none() throws IOException {
        var read = Json.mapper().treeToValue(golden("older/listing"), Listing.class);
        assertThat(read.title()).isEqualTo(RIDE.title());
        assertThat(read.particulars()).isEqualTo(Particulars.NONE);
    }

    @Test
    void one_that_was_written_before_it_could_say_its_languages_says_none() throws IOException {
        var read = Json.mapper().treeToValue(golden("older/listing-without-languages"), Listing.class);
        assertThat(read.particulars()).isEqualTo(RIDE.particulars());
        assertThat(read.languages()).isEmpty();
    }

    private static JsonNode golden(String name) throws IOException {
        try (var file = StoredListingTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            return Json.mapper().readTree(Objects.requireNonNull(file, name));
        }
    }
}
