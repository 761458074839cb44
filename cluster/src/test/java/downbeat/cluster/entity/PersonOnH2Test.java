package downbeat.cluster.entity;

import downbeat.cluster.tally.World;

class PersonOnH2Test extends PersonContract {

    PersonOnH2Test() {
        super(new World.H2());
    }
}
