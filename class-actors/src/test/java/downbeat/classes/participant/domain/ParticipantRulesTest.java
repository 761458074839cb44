package downbeat.classes.participant.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.Booking;
import downbeat.classes.domain.MemberOutcome;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.participant.domain.ParticipantCommand.*;
import downbeat.classes.participant.domain.ParticipantEvent.*;
import downbeat.kernel.Cell;
import downbeat.kernel.ClassId;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.Refusal;
import downbeat.kernel.Version;
import downbeat.kernel.spec.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParticipantRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final GeoPoint BERLIN = new GeoPoint(52.52, 13.405);
    private static final Cell HOME = Cell.of(BERLIN, 7);
    private static final ClassId RIDE = new ClassId("ride");

    private static DeciderSpec<ParticipantCommand, ParticipantEvent, Participant, ParticipantReply> mia() {
        return DeciderSpec.of(new ParticipantDecider(), NOW).given(new ParticipantRegistered("Mia", NOW));
    }

    @Test
    void a_home_needs_consent_is_coarse_and_is_forgotten_with_the_consent() {
        mia().when(new SetHome(HOME)).refuses(new ParticipantRefusal.NeedsConsent(Consent.LOCATION));
        var agreed = mia().given(new ConsentGiven(Consent.LOCATION, NOW));
        agreed.when(new SetHome(Cell.of(BERLIN, 8))).refuses(new ParticipantRefusal.TooPrecise(8));
        agreed.when(new SetHome(HOME))
                .then(new HomeSet(HOME, NOW))
                .and()
                .when(new WithdrawConsent(Consent.LOCATION))
                .then(new ConsentWithdrawn(Consent.LOCATION, NOW), new HomeForgotten(NOW))
                .leaves(state -> assertThat(((Participant.Known) state).home()).isEmpty());
    }

    @Test
    void what_is_asked_together_is_done_altogether() {
        mia().when(new Together(List.of(new Rename("Mia K."), new GiveConsent(Consent.LOCATION), new SetHome(HOME))))
                .then(
                        new ParticipantRenamed("Mia K.", NOW),
                        new ConsentGiven(Consent.LOCATION, NOW),
                        new HomeSet(HOME, NOW));
    }

    @Test
    void one_part_that_is_refused_refuses_what_is_asked_with_it() {
        mia().when(new Together(List.of(new Rename("Mia K."), new SetHome(HOME))))
                .refuses(new ParticipantRefusal.NeedsConsent(Consent.LOCATION))
                .thenNothing();
        mia().given(new ConsentGiven(Consent.LOCATION, NOW))
                .when(new Together(List.of(new WithdrawConsent(Consent.LOCATION), new SetHome(HOME))))
                .refuses(new ParticipantRefusal.NeedsConsent(Consent.LOCATION))
                .thenNothing();
    }

    @Test
    void a_profile_has_a_version_that_only_editing_it_changes() {
        var rename = new Together(List.of(new Rename("Mia K.")));
        var before = version(mia(), rename);
        assertThat(before).isPresent();
        assertThat(version(mia().given(new BookingNoted(RIDE, PlaceKind.ONLINE, true, NOW)), rename))
                .isEqualTo(before);
        assertThat(version(mia().when(rename).and(), rename)).isNotEqualTo(before);
        assertThat(version(mia().given(new ConsentGiven(Consent.NEWS, NOW)), rename))
                .isNotEqualTo(before);
        assertThat(version(mia(), new NoteRelease(RIDE))).isEmpty();
    }

    private static Optional<Version> version(
            DeciderSpec<ParticipantCommand, ParticipantEvent, Participant, ParticipantReply> spec,
            ParticipantCommand command) {
        return new ParticipantDecider().version(spec.state(), command);
    }

    @Test
    void noting_twice_is_noting_once() {
        var noted = mia().when(new NoteBooking(RIDE, PlaceKind.ONLINE, true))
                .then(new BookingNoted(RIDE, PlaceKind.ONLINE, true, NOW))
                .and();
        noted.when(new NoteBooking(RIDE, PlaceKind.ONLINE, true)).thenNothing();
        noted.when(new NoteRelease(RIDE)).then(new BookingReleased(RIDE, NOW));
        mia().when(new NoteRelease(RIDE)).thenNothing();
    }

    @Test
    void a_trial_becomes_a_member_once() {
        mia().when(new BecomeMember())
                .then(new MembershipBegun(NOW))
                .and()
                .when(new BecomeMember())
                .thenNothing();
    }

    @Test
    void a_name_is_registered_once_and_may_be_changed() {
        var nobody = DeciderSpec.of(new ParticipantDecider(), NOW);
        nobody.when(new Rename("Mia")).refuses(new ParticipantRefusal.NoSuchParticipant());
        nobody.when(new Register("Mia")).then(new ParticipantRegistered("Mia", NOW));
        mia().when(new Register("Mia")).thenNothing();
        mia().when(new Register("Noor")).refuses(new ParticipantRefusal.AlreadyRegistered());
        mia().when(new Rename("Mia")).thenNothing();
        mia().when(new Rename("Mia K."))
                .then(new ParticipantRenamed("Mia K.", NOW))
                .leaves(state -> assertThat(((Participant.Known) state).name()).isEqualTo("Mia K."));
        assertThatThrownBy(() -> new Rename(" ")).hasMessageContaining("name");
    }

    @Test
    void a_home_can_be_forgotten_without_withdrawing_consent() {
        mia().when(new ForgetHome()).thenNothing();
        mia().given(new ConsentGiven(Consent.LOCATION, NOW), new HomeSet(HOME, NOW))
                .when(new ForgetHome())
                .then(new HomeForgotten(NOW));
        mia().when(new GiveConsent(Consent.LOCATION))
                .then(new ConsentGiven(Consent.LOCATION, NOW))
                .and()
                .when(new GiveConsent(Consent.LOCATION))
                .thenNothing();
    }

    @Test
    void attendance_is_noted_once_and_a_late_booking_does_not_bring_the_class_back() {
        var came = new Attendance(
                new Booking(new ParticipantId("mia"), PlaceKind.ONLINE, true),
                new MemberOutcome(new ParticipantId("mia"), true, Duration.ofMinutes(20), 0.9, 12));
        var noted = mia().when(new NoteAttendance(RIDE, came))
                .then(new AttendanceNoted(RIDE, came, NOW))
                .and();
        noted.when(new NoteAttendance(RIDE, came)).thenNothing();
        noted.when(new NoteBooking(RIDE, PlaceKind.ONLINE, true)).thenNothing();
    }

    @Test
    void a_refusal_says_what_to_do() {
        assertThat(new ParticipantRefusal.NoSuchParticipant().detail()).contains("no such participant");
        assertThat(new ParticipantRefusal.NoSuchParticipant().kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(new ParticipantRefusal.AlreadyRegistered().detail()).contains("another name");
        assertThat(new ParticipantRefusal.NeedsConsent(Consent.LOCATION).detail())
                .contains("LOCATION");
        assertThat(new ParticipantRefusal.NeedsConsent(Consent.LOCATION).field())
                .contains("consents");
        assertThat(new ParticipantRefusal.TooPrecise(9).detail()).contains("7 at most", "9");
        assertThat(new ParticipantRefusal.TooPrecise(9).kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(new ParticipantRefusal.TooPrecise(9).field()).contains("home");
    }
}
