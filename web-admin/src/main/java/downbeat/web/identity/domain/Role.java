package downbeat.web.identity.domain;

import downbeat.kernel.Version;
import java.util.Set;
import java.util.stream.Collectors;

/** What an account may do. An account can have several. */
public enum Role {
    /** Leads classes and keeps cue plans. */
    TRAINER,
    /** Publishes pop-ups. */
    ORGANIZER,
    /** Works at doors and counters. */
    STAFF,
    /** Takes part. */
    MEMBER,
    /** Runs the node. */
    ADMIN;

    /** Of the roles of an account: they say it all. */
    public static Version version(Set<Role> roles) {
        return new Version(roles.stream().sorted().map(Role::name).collect(Collectors.joining("+")));
    }
}
