package downbeat.web.identity.domain;

/** What an accepted command answers. */
public sealed interface AccountReply {
    record Done() implements AccountReply {}
}
