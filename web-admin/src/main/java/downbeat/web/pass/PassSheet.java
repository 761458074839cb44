package downbeat.web.pass;

import java.util.Optional;

/**
 * What a printed pass says, in the words of the pop-up.
 *
 * @param code the text of the pass
 * @param when on the clocks of the place
 * @param due what is to be paid at the door, if anything is
 */
public record PassSheet(
        String code,
        String host,
        String title,
        String when,
        String place,
        String address,
        String kind,
        String ticket,
        Optional<String> due) {}
