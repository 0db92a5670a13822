package eu.kontor.ledger.model;

import eu.kontor.kernel.Digest;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.ledger.testing.TestLedger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What steps ask for that name nothing that was posted before. */
record StepPostings(LocalDate today, Optional<Posting.Note> note) {

    Posting ticket(String key, Command.Ticket ticket) {
        TenantId tenant = new TenantId(ticket.tenant());
        String content = ticket.points() + " points of " + ticket.member();
        Ticket named = new Ticket(
                LocalDate.ofInstant(SequenceRun.START, ZoneOffset.UTC),
                "ticket " + ticket.ticket(),
                Digest.of(content));
        return new Posting.Earn(
                new RequestKey(key, Digest.of("all of " + content), Optional.of(named)),
                new MemberId(ticket.member()),
                tenant,
                1,
                today,
                List.of(TestLedger.part(tenant, Pocket.inactivity(12), ticket.points())),
                SequenceRun.PROGRAM_VERSION,
                note);
    }

    /** Every other return has a slip, and a purchase has so few of them that they come again, for as much and for more. */
    static RequestKey slip(RequestKey key, String kind, PostingId of, int nth, Object content) {
        if (nth % 2 == 0) {
            return key;
        }
        Ticket slip = new Ticket(
                LocalDate.ofInstant(SequenceRun.START, ZoneOffset.UTC),
                kind + ' ' + of.text() + " slip " + nth / 2 % 2,
                Digest.of(content.toString()));
        return new RequestKey(key.key(), key.digest(), Optional.of(slip));
    }

    Posting goodwill(RequestKey key, Command.Goodwill goodwill) {
        return new Posting.Goodwill(
                key,
                new MemberId(goodwill.member()),
                new TenantId(goodwill.tenant()),
                today,
                Points.of(goodwill.points()),
                new Pocket(goodwill.pocket()),
                goodwill.byOperator(),
                note);
    }
}
