package downbeat.cluster.view;

import downbeat.cluster.tally.World;

class ViewOnPostgresTest extends ViewContract {

    ViewOnPostgresTest() {
        super(new World.Postgres());
    }
}
