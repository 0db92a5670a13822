package eu.kontor.feeds.application;

import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.feeds.application.PostingDoors.Answer;
import eu.kontor.feeds.persistence.HeldRows;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.Instant;

/** Keeps what waits for a person, in the transaction of its batch. */
final class Holding {

    /** More of a line helps nobody to decide. */
    private static final int LONGEST_SHOWN = 4_000;

    private final TenantId tenant;
    private final long feed;
    private final HeldRows rows = new HeldRows();

    /** @param feed the import in which it comes */
    Holding(TenantId tenant, long feed) {
        this.tenant = tenant;
        this.feed = feed;
    }

    /** @return the answer itself if it waits from now on, or still; one that is known if a person has decided, or a later file */
    Answer held(UnitOfWork unit, Answer answer, Instant now) {
        HeldLine line = new HeldLine(answer.verdict().line());
        OwnWords ticket = line.ticket();
        PostingId standing = answer.standing().orElseThrow();
        TableRecord first = answer.verdict().records().getFirst();
        boolean waits = rows.hold(
                unit,
                tenant,
                new HeldRows.NewHeld(
                        feed,
                        first.lineNumber(),
                        line.kind().slug(),
                        ticket.outlet(),
                        ticket.businessDate(),
                        ticket.reference(),
                        line.version(standing),
                        line.json(),
                        shown(first.raw()),
                        standing.text()),
                now);
        return waits ? answer : answer.decidedBefore();
    }

    private static String shown(String raw) {
        return raw.length() > LONGEST_SHOWN ? raw.substring(0, LONGEST_SHOWN) : raw;
    }
}
