package downbeat.drops.domain;

import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.domain.point.WindowId;
import java.time.Instant;
import java.util.Optional;

/** Why a bundle cannot be had there, then or so. */
public sealed interface ChoiceRefusal extends DropRefusal {
    record NoSuchPoint(PointId point) implements ChoiceRefusal {
        @Override
        public String detail() {
            return "There is no collection point " + point.value() + " in this drop.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("point");
        }
    }

    record NoSuchComponent(ComponentId component) implements ChoiceRefusal {
        @Override
        public String detail() {
            return "There is no component " + component.value() + " in this drop.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("component");
        }
    }

    record NoSuchBundle(BundleId bundle) implements ChoiceRefusal {
        @Override
        public String detail() {
            return "There is no bundle " + bundle.value() + " in this drop.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("bundle");
        }
    }

    record NoSuchWindow(PointId point, Optional<WindowId> window) implements ChoiceRefusal {
        @Override
        public String detail() {
            return window.map(it -> "There is no pickup window " + it.value() + " at this point.")
                    .orElse("Say in which window you come to collect it.");
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("window");
        }
    }

    record WindowFull(WindowId window) implements ChoiceRefusal {
        @Override
        public String detail() {
            return "This pickup window is full; choose another.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("window");
        }
    }

    record WindowIsOver(WindowId window, Instant end) implements ChoiceRefusal {
        @Override
        public String detail() {
            return "This pickup window ended at " + end + "; choose another.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("window");
        }
    }

    record PointIsClosed(PointId point, String reason) implements ChoiceRefusal {
        @Override
        public String detail() {
            return "Nothing is collected there any more: " + reason;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("point");
        }
    }

    record FetchedOnline(BundleId bundle) implements ChoiceRefusal {
        @Override
        public String detail() {
            return "This bundle is a download: it is claimed online and at no counter.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("point");
        }
    }

    record CollectedAtPoint(BundleId bundle) implements ChoiceRefusal {
        @Override
        public String detail() {
            return "This bundle is collected at a counter; choose one.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("point");
        }
    }

    record PaidOnlineOnly(BundleId bundle) implements ChoiceRefusal {
        @Override
        public String detail() {
            return "A download cannot be paid at a counter; pay it online.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("paying");
        }
    }
}
