package eu.kontor.membership.persistence;

import eu.kontor.kernel.CardNumber;
import eu.kontor.membership.api.CardDesk;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Blocks, unblocks and issues cards by functions of the database, which know whose members the role may change. */
@Service
public class CardRecords {

    private static final String BLOCK = SqlFile.read("membership/block_card");
    private static final String UNBLOCK = SqlFile.read("membership/unblock_card");
    private static final String ISSUE = SqlFile.read("membership/issue_card");

    /** @return false when the caller's tenant does not know the card */
    public boolean block(UnitOfWork unit, CardNumber card, Instant at) {
        return unit.jdbi()
                .createQuery(BLOCK)
                .bind("card", card)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .mapTo(Boolean.class)
                .one();
    }

    public Changed unblock(UnitOfWork unit, CardNumber card) {
        return unit.jdbi()
                .createQuery(UNBLOCK)
                .bind("card", card)
                .bind("atMost", CardDesk.MOST_CARDS)
                .mapTo(UnblockedRow.class)
                .one()
                .changed();
    }

    public Changed issue(UnitOfWork unit, Wanted wanted, LocalDate today, Instant at) {
        return unit.jdbi()
                .createQuery(ISSUE)
                .bind("asked", wanted.asked())
                .bind("inItsPlace", wanted.inItsPlace())
                .bind("number", wanted.number())
                .bind("label", wanted.label())
                .bind("today", today)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("key", wanted.requestKey())
                .bind("atMost", CardDesk.MOST_CARDS)
                .mapTo(Changed.class)
                .one();
    }

    /**
     * @param asked whose member gets the card
     * @param number the new one
     */
    public record Wanted(
            String requestKey, CardNumber asked, boolean inItsPlace, CardNumber number, Optional<String> label) {}

    /**
     * @param outcome a word of the database's function
     * @param issued the new card, or the one that was issued for the same key before
     */
    public record Changed(String outcome, Optional<CardNumber> issued, Optional<String> replacedByEnding) {}

    private record UnblockedRow(String outcome, Optional<String> replacedByEnding) {

        Changed changed() {
            return new Changed(outcome, Optional.empty(), replacedByEnding);
        }
    }
}
