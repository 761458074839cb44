package downbeat.cluster.entity;

import downbeat.cluster.tally.World;

class PersonOnPostgresTest extends PersonContract {

    PersonOnPostgresTest() {
        super(new World.Postgres());
    }
}
