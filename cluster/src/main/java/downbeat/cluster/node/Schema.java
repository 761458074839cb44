package downbeat.cluster.node;

import java.util.regex.Pattern;

/**
 * Tables that belong together, created and migrated at the start of a node.
 *
 * @param name snake_case; its history is kept in the table {@code <name>_schema_history}
 * @param location where Flyway finds the scripts, such as {@code classpath:db/classes}. If it has folders {@code h2} and
 *     {@code postgresql}, the scripts of the database in use come from its folder, and none from {@code location} itself
 */
public record Schema(String name, String location) {

    private static final Pattern SNAKE = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    public Schema {
        if (!SNAKE.matcher(name).matches()) {
            throw new IllegalArgumentException("name must be snake_case, but is \"" + name + "\"");
        }
        if (!location.startsWith("classpath:")) {
            throw new IllegalArgumentException("location must begin with classpath:, but is \"" + location + "\"");
        }
    }
}
