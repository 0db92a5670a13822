package eu.kontor.membership.persistence;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Links members by functions of the database, which say what became of it. */
@Service
public class MergeRecords {

    private static final String STANDING = SqlFile.read("membership/standing_of_card");
    private static final String CARD = SqlFile.read("membership/a_card");
    private static final String LINK = SqlFile.read("membership/link_member");
    private static final String UNLINK = SqlFile.read("membership/unlink_member");
    private static final String NOTE = SqlFile.read("membership/note_of_merge");
    private static final String MERGES_OF = SqlFile.read("membership/merges_of_member");

    /** A list without pages; so many happen to nobody. */
    private static final int MOST_ROWS = 50;

    /** @param known to the asking brand */
    public record StandingRow(MemberId member, boolean known) {}

    public record MergeRow(
            long number,
            MemberId member,
            MemberId survivor,
            Instant mergedAt,
            String reason,
            Points points,
            Points debt,
            Optional<Instant> undoneAt,
            Optional<String> undoReason,
            Points pointsBack,
            Points debtBack) {}

    public Optional<StandingRow> standing(UnitOfWork unit, Optional<TenantId> asking, CardNumber card) {
        return unit.jdbi()
                .createQuery(STANDING)
                .bind("card", card)
                .bind("tenant", asking.map(TenantId::value))
                .mapTo(StandingRow.class)
                .findOne();
    }

    public CardNumber cardOf(UnitOfWork unit, MemberId member) {
        return unit.jdbi()
                .createQuery(CARD)
                .bind("member", member)
                .mapTo(CardNumber.class)
                .one();
    }

    /** @return a word of the database's function */
    public String link(UnitOfWork unit, MemberId member, MemberId into, Instant at, String reason, int atMost) {
        return unit.jdbi()
                .createQuery(LINK)
                .bind("member", member)
                .bind("into", into)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("reason", reason)
                .bind("atMost", atMost)
                .mapTo(String.class)
                .one();
    }

    /**
     * @param since what was merged before that stays so
     * @return a word of the database's function
     */
    public String unlink(UnitOfWork unit, MemberId member, Instant at, String reason, Instant since) {
        return unit.jdbi()
                .createQuery(UNLINK)
                .bind("member", member)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("reason", reason)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .mapTo(String.class)
                .one();
    }

    public void note(UnitOfWork unit, MemberId member, boolean undone, Points points, Points debt) {
        unit.jdbi()
                .createQuery(NOTE)
                .bind("member", member)
                .bind("undone", undone)
                .bind("points", points)
                .bind("debt", debt)
                .mapTo(String.class)
                .findOne();
    }

    public List<MergeRow> of(UnitOfWork unit, MemberId member) {
        return unit.jdbi()
                .createQuery(MERGES_OF)
                .bind("member", member)
                .bind("most", MOST_ROWS)
                .mapTo(MergeRow.class)
                .list();
    }
}
