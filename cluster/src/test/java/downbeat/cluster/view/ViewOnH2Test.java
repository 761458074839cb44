package downbeat.cluster.view;

import downbeat.cluster.tally.World;

class ViewOnH2Test extends ViewContract {

    ViewOnH2Test() {
        super(new World.H2());
    }
}
