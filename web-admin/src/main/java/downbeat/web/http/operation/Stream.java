package downbeat.web.http.operation;

import akka.stream.javadsl.Source;
import akka.util.ByteString;

/** A body that comes piece by piece, for as long as there is something to say. */
public record Stream(Source<ByteString, ?> pieces) {}
