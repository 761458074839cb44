package downbeat.classes.live.log;

/**
 * The trainer's question to the room that members can confirm now.
 *
 * @param cueId names the ask; confirmations refer to it
 */
public record OpenAsk(String cueId, String question, AnswerKind answer) {}
