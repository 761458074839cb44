package downbeat.cluster.entity;

import downbeat.cluster.tally.World;

class ShellOnH2Test extends ShellContract {

    ShellOnH2Test() {
        super(new World.H2());
    }
}
