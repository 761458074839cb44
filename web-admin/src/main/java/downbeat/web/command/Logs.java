package downbeat.web.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.util.FileSize;
import downbeat.cluster.node.NodeStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where log lines go: people read standard error, machines read {@code logs/downbeat.json} in the data directory. */
final class Logs {
    private Logs() {}

    /** Adds the file. The data directory must be one we may write to. */
    static void into(Path data) {
        var folder = data.resolve("logs");
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "probe", ""));
        } catch (IOException e) {
            throw NodeStartException.data(data, e);
        }
        root().addAppender(file(folder));
    }

    /**
     * From now on warnings of the libraries are shown to people too. Before, they go to the file only: a start that fails
     * says so in one sentence of its own.
     */
    static void started() {
        var downbeat = (Logger) LoggerFactory.getLogger("downbeat");
        var console = downbeat.getAppender("STDERR");
        if (console != null) {
            downbeat.setAdditive(true);
            downbeat.detachAppender(console);
            console.addFilter(new Noteworthy());
            root().addAppender(console);
        }
    }

    /** What we say ourselves, and warnings of everybody else. */
    private static final class Noteworthy extends Filter<ILoggingEvent> {
        @Override
        public FilterReply decide(ILoggingEvent event) {
            var ours = event.getLoggerName().startsWith("downbeat");
            return ours || event.getLevel().isGreaterOrEqual(Level.WARN) ? FilterReply.NEUTRAL : FilterReply.DENY;
        }
    }

    private static RollingFileAppender<ILoggingEvent> file(Path folder) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithFormattedMessage(true);
        encoder.setWithArguments(false);
        encoder.setWithMessage(false);
        encoder.setWithContext(false);
        encoder.setWithNanoseconds(false);
        encoder.start();
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName("FILE");
        appender.setFile(folder.resolve("downbeat.json").toString());
        appender.setEncoder(encoder);
        var rolling = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(
                folder.resolve("downbeat-%d{yyyy-MM-dd}.%i.json.gz").toString());
        rolling.setMaxFileSize(FileSize.valueOf("50MB"));
        rolling.setMaxHistory(14);
        rolling.setTotalSizeCap(FileSize.valueOf("1GB"));
        rolling.start();
        appender.setRollingPolicy(rolling);
        appender.start();
        return appender;
    }

    private static Logger root() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        return root;
    }
}
