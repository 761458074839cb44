package downbeat.classes.live.message;

import downbeat.kernel.ClassId;
import java.time.Duration;

/**
 * The class that follows the one that closes.
 *
 * @param startsIn until its start by the timetable; zero when that has passed
 */
public record NextClass(ClassId classId, String title, Duration startsIn) {}
