package downbeat.cluster.entity;

import downbeat.cluster.tally.World;

class ShellOnPostgresTest extends ShellContract {

    ShellOnPostgresTest() {
        super(new World.Postgres());
    }
}
