package downbeat.web.node;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import scala.concurrent.ExecutionContextExecutor;

/** Where code runs that waits for the database. */
final class Blocking {
    private Blocking() {}

    static ExecutionContextExecutor executor(ActorSystem<?> system) {
        return system.dispatchers().lookup(DispatcherSelector.blocking());
    }
}
