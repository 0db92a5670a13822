package eu.kontor.program.persistence;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.ProgramDraft.Person;
import eu.kontor.program.api.ProgramDraft.Step;
import eu.kontor.program.api.ProgramDrafts.Seen;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Drafts and their steps in the schema of the transaction's tenant. */
@Service
public class DraftRows {

    private static final String OPEN =
            "select d from DraftedProgram d where d.state not in ('published', 'withdrawn') order by d.id desc";
    private static final String ENDED =
            "select d from DraftedProgram d where d.state in ('published', 'withdrawn') order by d.id desc";
    private static final String COUNT_OPEN =
            "select count(d) from DraftedProgram d where d.state not in ('published', 'withdrawn')";
    private static final String ADD_STEP = SqlFile.read("program/add-draft-step");
    private static final String STEPS = SqlFile.read("program/draft-steps");
    private static final String IS_WRITTEN_BY = SqlFile.read("program/draft-is-written-by");

    /** Open ones first, then the newest. */
    public List<DraftedProgram> list(UnitOfWork unit, int mostOfEach) {
        List<DraftedProgram> all = new ArrayList<>();
        for (String query : List.of(OPEN, ENDED)) {
            all.addAll(unit.entityManager()
                    .createQuery(query, DraftedProgram.class)
                    .setMaxResults(mostOfEach)
                    .getResultList());
        }
        return all;
    }

    public long countOpen(UnitOfWork unit) {
        return unit.entityManager().createQuery(COUNT_OPEN, Long.class).getSingleResult();
    }

    public DraftedProgram add(UnitOfWork unit, DraftedProgram draft) {
        unit.entityManager().persist(draft);
        unit.entityManager().flush();
        return draft;
    }

    /** @throws Refusal {@code PROGRAM_DRAFT_UNKNOWN} */
    public DraftedProgram get(UnitOfWork unit, long id) {
        return known(unit.entityManager().find(DraftedProgram.class, id), id);
    }

    /**
     * Locked until the transaction ends, so that of two who change it at once the second hears of the first.
     *
     * @throws Refusal {@code PROGRAM_DRAFT_UNKNOWN}, {@code PROGRAM_DRAFT_CHANGED}, {@code PROGRAM_DRAFT_ENDED}
     */
    public DraftedProgram open(UnitOfWork unit, Seen seen) {
        DraftedProgram draft = known(
                unit.entityManager().find(DraftedProgram.class, seen.draft(), LockModeType.PESSIMISTIC_WRITE),
                seen.draft());
        if (!draft.state().isOpen()) {
            throw new Refusal(
                    RefusalCode.PROGRAM_DRAFT_ENDED,
                    "state",
                    Phrase.of("draft-is-" + draft.state().slug()));
        }
        if (draft.revision() != seen.revision()) {
            throw new Refusal(
                    RefusalCode.PROGRAM_DRAFT_CHANGED, "by", draft.changedBy().name());
        }
        return draft;
    }

    public void addStep(UnitOfWork unit, DraftedProgram draft, Caller by, Instant at, String act, String said) {
        unit.entityManager().flush();
        unit.jdbi()
                .createUpdate(ADD_STEP)
                .bind("draft", draft.id())
                .bind("at", at)
                .bind("by", by.subject())
                .bind("byName", by.name())
                .bind("act", act)
                .bind("said", said)
                .execute();
    }

    /** Whether anything of it is theirs: who wrote the most of a draft is not always who made it or who was the last to touch it. */
    public boolean isWrittenBy(UnitOfWork unit, DraftedProgram draft, Caller caller) {
        return unit.jdbi()
                .createQuery(IS_WRITTEN_BY)
                .bind("draft", draft.id())
                .bind("by", caller.subject())
                .mapTo(Boolean.class)
                .one();
    }

    /** The oldest first. */
    public List<Step> steps(UnitOfWork unit, long draft) {
        return unit.jdbi()
                .createQuery(STEPS)
                .bind("draft", draft)
                .mapTo(StepRow.class)
                .map(StepRow::step)
                .list();
    }

    private static DraftedProgram known(DraftedProgram draft, long id) {
        if (draft == null) {
            throw new Refusal(RefusalCode.PROGRAM_DRAFT_UNKNOWN, "id", id);
        }
        return draft;
    }

    private record StepRow(Instant at, String byName, String act, String said) {

        Step step() {
            return new Step(new Person(byName, at), act, said);
        }
    }
}
