package eu.kontor.checkout.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until days pass. */
final class StageClock extends Clock {

    private Instant now;

    StageClock(Instant now) {
        this.now = now;
    }

    void daysPass(int days) {
        now = now.plus(Duration.ofDays(days));
    }

    void minutesPass(int minutes) {
        now = now.plus(Duration.ofMinutes(minutes));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
