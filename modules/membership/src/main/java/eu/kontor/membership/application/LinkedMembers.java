package eu.kontor.membership.application;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.MemberLinks;
import eu.kontor.membership.persistence.MergeRecords;
import eu.kontor.membership.persistence.MergeRecords.MergeRow;
import eu.kontor.membership.persistence.MergeRecords.StandingRow;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says in words what the database decided about two members. */
@Service
public class LinkedMembers implements MemberLinks {

    private static final Duration TO_UNDO = Duration.ofDays(DAYS_TO_UNDO);

    private final MergeRecords records;
    private final CardRules rules;

    @Inject
    public LinkedMembers(MergeRecords records, CardRules rules) {
        this.records = records;
        this.rules = rules;
    }

    @Override
    public MemberId holder(UnitOfWork unit, Optional<TenantId> asking, CardNumber card) {
        rules.cardMustBeOurs(card);
        return records.standing(unit, asking, card)
                .filter(StandingRow::known)
                .map(StandingRow::member)
                .orElseThrow(() -> new Refusal(RefusalCode.CARD_UNKNOWN, "card", card.value()));
    }

    @Override
    public boolean knows(UnitOfWork unit, Optional<TenantId> asking, CardNumber card) {
        return records.standing(unit, asking, card).filter(StandingRow::known).isPresent();
    }

    @Override
    public boolean link(UnitOfWork unit, MemberId member, MemberId into, String reason) {
        String outcome = records.link(unit, member, into, rules.now(), reason, MOST_OF_A_PERSON);
        return switch (outcome) {
            case "merged" -> true;
            case "again" -> false;
            case "itself" -> throw new Refusal(RefusalCode.MERGE_INTO_ONESELF);
            case "closed" -> throw new Refusal(RefusalCode.MEMBER_NOT_ACTIVE);
            case "elsewhere" -> throw merged(unit, member);
            case "target" -> throw merged(unit, into);
            case "many" -> throw new Refusal(RefusalCode.MERGE_TOO_MANY, "limit", MOST_OF_A_PERSON);
            default -> throw new IllegalStateException("the database answered " + outcome);
        };
    }

    private Refusal merged(UnitOfWork unit, MemberId member) {
        MemberId into = latest(unit, member).survivor();
        return new Refusal(
                RefusalCode.MEMBER_MERGED,
                "card",
                records.cardOf(unit, member).value(),
                "ending",
                records.cardOf(unit, into).ending());
    }

    @Override
    public boolean unlink(UnitOfWork unit, MemberId member, String reason) {
        String outcome =
                records.unlink(unit, member, rules.now(), reason, rules.now().minus(TO_UNDO));
        return switch (outcome) {
            case "parted" -> true;
            case "again" -> false;
            case "never" -> throw new Refusal(RefusalCode.MEMBER_NOT_MERGED);
            case "closed" -> throw new Refusal(RefusalCode.MEMBER_NOT_ACTIVE);
            case "old" -> throw new Refusal(RefusalCode.MERGE_TOO_OLD, "days", DAYS_TO_UNDO);
            case "later" -> {
                MemberId into = latest(unit, member).survivor();
                throw new Refusal(
                        RefusalCode.MERGE_LATER_FIRST,
                        "card",
                        records.cardOf(unit, into).value());
            }
            default -> throw new IllegalStateException("the database answered " + outcome);
        };
    }

    private MergeRow latest(UnitOfWork unit, MemberId member) {
        return records.of(unit, member).stream()
                .filter(row -> row.member().equals(member))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void note(UnitOfWork unit, MemberId member, boolean undone, Points points, Points debt) {
        records.note(unit, member, undone, points, debt);
    }

    @Override
    public List<Link> of(UnitOfWork unit, MemberId member) {
        return records.of(unit, member).stream().map(row -> link(unit, row)).toList();
    }

    private Link link(UnitOfWork unit, MergeRow row) {
        return new Link(
                row.number(),
                row.member(),
                row.survivor(),
                records.cardOf(unit, row.member()),
                records.cardOf(unit, row.survivor()),
                row.mergedAt(),
                row.mergedAt().plus(TO_UNDO),
                row.reason(),
                row.points(),
                row.debt(),
                row.undoneAt()
                        .map(at -> new Undone(at, row.undoReason().orElseThrow(), row.pointsBack(), row.debtBack())));
    }

    @Override
    public String reason(String text) {
        return NewMemberForm.text("reason", text, MemberCards.LONGEST_REASON);
    }
}
