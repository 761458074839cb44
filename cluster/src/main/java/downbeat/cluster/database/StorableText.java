package downbeat.cluster.database;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Text as both databases take it. PostgreSQL refuses the character NUL, H2 and the journal do not: it becomes the
 * replacement character U+FFFD, in what is stored and in what is searched for.
 */
final class StorableText extends AbstractArgumentFactory<String> {

    private static final char NUL = 0;
    private static final char REPLACEMENT = 0xFFFD;

    StorableText() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String text, ConfigRegistry config) {
        String storable = text.replace(NUL, REPLACEMENT);
        return (position, statement, context) -> statement.setString(position, storable);
    }
}
