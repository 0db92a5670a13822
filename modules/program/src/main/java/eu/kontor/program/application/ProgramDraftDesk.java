package eu.kontor.program.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.ProgramDraft;
import eu.kontor.program.api.ProgramDraft.State;
import eu.kontor.program.api.ProgramDraft.Step;
import eu.kontor.program.api.ProgramDrafts;
import eu.kontor.program.api.ProgramPlan;
import eu.kontor.program.api.ProgramPlan.Named;
import eu.kontor.program.application.ProgramAccess.Desk;
import eu.kontor.program.domain.FirstProgram;
import eu.kontor.program.domain.MergePolicy.Merged;
import eu.kontor.program.domain.ProgramDifference;
import eu.kontor.program.domain.ProgramHistory;
import eu.kontor.program.persistence.DraftRows;
import eu.kontor.program.persistence.DraftedProgram;
import eu.kontor.program.persistence.PublishedPrograms;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Drafts under the brand's role, whoever asks. Each step is one transaction with its entry in the trail. */
@Service
public class ProgramDraftDesk implements ProgramDrafts {

    private final ProgramAccess access;
    private final Transactions transactions;
    private final PublishedPrograms published;
    private final DraftRows drafts;
    private final DraftPublishing publishing;
    private final Audit audit;

    @Inject
    public ProgramDraftDesk(
            ProgramAccess access,
            Transactions transactions,
            PublishedPrograms published,
            DraftRows drafts,
            DraftPublishing publishing,
            Audit audit) {
        this.access = access;
        this.transactions = transactions;
        this.published = published;
        this.drafts = drafts;
        this.publishing = publishing;
        this.audit = audit;
    }

    @Override
    public List<ProgramDraft> list(Caller caller, TenantSlug brand) {
        Desk desk = access.reader(caller, brand);
        return in(desk, (unit, planning) -> drafts.list(unit, MOST_OPEN).stream()
                .map(draft -> shown(unit, planning, draft))
                .toList());
    }

    @Override
    public ProgramDraft get(Caller caller, TenantSlug brand, long draft) {
        Desk desk = access.reader(caller, brand);
        return in(desk, (unit, planning) -> shown(unit, planning, drafts.get(unit, draft)));
    }

    @Override
    public ProgramDraft toChange(Caller caller, TenantSlug brand, long draft) {
        Desk desk = access.admin(caller, brand);
        return in(desk, (unit, planning) -> shown(unit, planning, drafts.get(unit, draft)));
    }

    @Override
    public List<Step> steps(Caller caller, TenantSlug brand, long draft) {
        Desk desk = access.reader(caller, brand);
        return in(
                desk,
                (unit, planning) -> drafts.steps(unit, drafts.get(unit, draft).id()));
    }

    @Override
    public ProgramPlan plan(Caller caller, TenantSlug brand, long draft) {
        Desk desk = access.reader(caller, brand);
        return in(desk, (unit, planning) -> {
            DraftedProgram found = drafts.get(unit, draft);
            return planning.plan(found.baseVersion(), program(found));
        });
    }

    @Override
    public ProgramDraft begin(Caller caller, TenantSlug brand, Optional<Integer> from, String name) {
        Desk desk = access.admin(caller, brand);
        String called = ProgramAccess.name(name);
        return in(desk, (unit, planning) -> {
            if (drafts.countOpen(unit) >= MOST_OPEN) {
                throw new Refusal(RefusalCode.PROGRAM_DRAFTS_TOO_MANY, "limit", MOST_OPEN);
            }
            Program text = from.map(version -> planning.history()
                            .find(version)
                            .map(DraftPlanning::program)
                            .orElseThrow(() -> new Refusal(RefusalCode.PROGRAM_VERSION_UNKNOWN, "version", version)))
                    .or(planning::newest)
                    .orElseGet(() -> FirstProgram.of(desk.tenant().currencies(), desk.today()));
            Program begun = FirstProgram.within(text, desk.tenant().currencies())
                    .program(planning.newestNumber(), desk.today());
            DraftedProgram draft = drafts.add(
                    unit,
                    new DraftedProgram(
                            called,
                            planning.newestNumber(),
                            ProgramDocument.canonicalText(begun),
                            caller,
                            planning.history().now()));
            Map<String, String> details = new TreeMap<>();
            details.put("base", String.valueOf(planning.newestNumber()));
            from.ifPresent(version -> details.put("from", "version " + version));
            step(unit, planning, draft, "begin", from.map(String::valueOf).orElse(""), details);
            return shown(unit, planning, draft);
        });
    }

    @Override
    public ProgramDraft save(Caller caller, TenantSlug brand, Seen seen, Program program) {
        Desk desk = access.admin(caller, brand);
        desk.policy().check(program);
        return in(desk, (unit, planning) -> {
            DraftedProgram draft = drafts.open(unit, seen);
            String document = ProgramDocument.canonicalText(program);
            if (document.equals(draft.document())) {
                return shown(unit, planning, draft);
            }
            ProgramDifference difference = ProgramDifference.between(Optional.of(program(draft)), program);
            boolean isOtherDay = !program(draft).validFrom().equals(program.validFrom());
            draft.change(
                    document, draft.baseVersion(), caller, planning.history().now());
            Map<String, String> details = details(desk, difference);
            if (isOtherDay) {
                details.put("firstDay", program.validFrom().toString());
            }
            step(unit, planning, draft, "change", said(desk, difference), details);
            return shown(unit, planning, draft);
        });
    }

    @Override
    public ProgramDraft merge(Caller caller, TenantSlug brand, Seen seen) {
        Desk desk = access.admin(caller, brand);
        return in(desk, (unit, planning) -> {
            DraftedProgram draft = drafts.open(unit, seen);
            if (draft.baseVersion() == planning.newestNumber()) {
                return shown(unit, planning, draft);
            }
            Program before = program(draft);
            Merged merged = planning.merged(draft.baseVersion(), before);
            if (!merged.conflicts().isEmpty()) {
                throw new Refusal(
                        RefusalCode.PROGRAM_MERGE_CONFLICT,
                        "elements",
                        listed(planning.named(merged.conflicts(), before)),
                        "newest",
                        planning.newestNumber());
            }
            Program after = merged.values().program(planning.newestNumber(), before.validFrom());
            desk.policy().check(after);
            draft.change(
                    ProgramDocument.canonicalText(after),
                    planning.newestNumber(),
                    caller,
                    planning.history().now());
            ProgramDifference brought = ProgramDifference.between(Optional.of(before), after);
            Map<String, String> details = details(desk, brought);
            details.put("base", String.valueOf(planning.newestNumber()));
            step(unit, planning, draft, "merge", said(desk, brought), details);
            return shown(unit, planning, draft);
        });
    }

    @Override
    public ProgramDraft submit(Caller caller, TenantSlug brand, Seen seen, String remark) {
        Desk desk = access.admin(caller, brand);
        String said = ProgramAccess.remark(remark);
        return in(desk, (unit, planning) -> {
            DraftedProgram draft = drafts.open(unit, seen);
            if (draft.state() == State.SUBMITTED || draft.state() == State.APPROVED) {
                return shown(unit, planning, draft);
            }
            DraftPublishing.mustBeCurrent(planning, draft);
            Program program = program(draft);
            desk.policy().check(program);
            if (planning.difference(program).isEmpty()) {
                throw new Refusal(RefusalCode.PROGRAM_DRAFT_UNCHANGED, "base", draft.baseVersion());
            }
            DraftPublishing.mustBeOfTheBrowser(planning, program);
            draft.become(State.SUBMITTED);
            step(unit, planning, draft, "submit", said, details(desk, planning.difference(program)));
            return shown(unit, planning, draft);
        });
    }

    @Override
    public ProgramDraft approve(Caller caller, TenantSlug brand, Seen seen, String remark) {
        Desk desk = access.reader(caller, brand);
        caller.mustHaveProvenLately();
        String said = ProgramAccess.remark(remark);
        return in(desk, (unit, planning) -> {
            DraftedProgram draft = drafts.open(unit, seen);
            if (draft.state() != State.SUBMITTED) {
                throw notSubmitted(draft);
            }
            if (drafts.isWrittenBy(unit, draft, caller)) {
                throw new Refusal(RefusalCode.PROGRAM_DRAFT_OWN);
            }
            DraftPublishing.mustBeCurrent(planning, draft);
            DraftPublishing.mustBeOfTheBrowser(planning, program(draft));
            draft.approve(caller, planning.history().now());
            step(unit, planning, draft, "approve", said, details(desk, planning.difference(program(draft))));
            return shown(unit, planning, draft);
        });
    }

    @Override
    public ProgramDraft requestChanges(Caller caller, TenantSlug brand, Seen seen, String remark) {
        Desk desk = access.reader(caller, brand);
        String said = ProgramAccess.requiredRemark(remark);
        return in(desk, (unit, planning) -> {
            DraftedProgram draft = drafts.open(unit, seen);
            if (draft.state() != State.SUBMITTED && draft.state() != State.APPROVED) {
                throw notSubmitted(draft);
            }
            draft.become(State.CHANGES_REQUESTED);
            step(unit, planning, draft, "request-changes", said, Map.of("remark", said));
            return shown(unit, planning, draft);
        });
    }

    @Override
    public ProgramDraft withdraw(Caller caller, TenantSlug brand, Seen seen, String remark) {
        Desk desk = access.admin(caller, brand);
        String said = ProgramAccess.remark(remark);
        return in(desk, (unit, planning) -> {
            DraftedProgram draft = drafts.open(unit, seen);
            draft.become(State.WITHDRAWN);
            step(unit, planning, draft, "withdraw", said, said.isEmpty() ? Map.of() : Map.of("remark", said));
            return shown(unit, planning, draft);
        });
    }

    @Override
    public ProgramDraft comment(Caller caller, TenantSlug brand, long draft, String remark) {
        Desk desk = access.reader(caller, brand);
        String said = ProgramAccess.requiredRemark(remark);
        return in(desk, (unit, planning) -> {
            DraftedProgram found = drafts.get(unit, draft);
            step(unit, planning, found, "comment", said, Map.of("remark", said));
            return shown(unit, planning, found);
        });
    }

    @Override
    public ProgramDraft publish(Caller caller, TenantSlug brand, Seen seen, Optional<LocalDate> firstDay) {
        Desk desk = access.admin(caller, brand);
        caller.mustHaveProvenLately();
        return transactions.asTenant(desk.tenant().id(), unit -> {
            ProgramHistory history = published.in(unit);
            history.oneAfterTheOther();
            DraftPlanning planning = DraftPlanning.of(desk, history);
            DraftedProgram draft = drafts.open(unit, seen);
            Program program = publishing.publish(unit, planning, draft, firstDay);
            Map<String, String> details = details(desk, planning.difference(program));
            details.put("firstDay", program.validFrom().toString());
            draft.approvedBy().ifPresent(by -> details.put("approvedBy", by.name()));
            draft.publishAs(program.version());
            step(unit, planning, draft, "publish", String.valueOf(program.version()), details);
            return shown(unit, DraftPlanning.of(desk, history), draft);
        });
    }

    private interface Work<T> {
        T in(UnitOfWork unit, DraftPlanning planning);
    }

    private <T> T in(Desk desk, Work<T> work) {
        return transactions.asTenant(
                desk.tenant().id(), unit -> work.in(unit, DraftPlanning.of(desk, published.in(unit))));
    }

    private void step(
            UnitOfWork unit,
            DraftPlanning planning,
            DraftedProgram draft,
            String act,
            String said,
            Map<String, String> details) {
        Desk desk = planning.desk();
        drafts.addStep(unit, draft, desk.caller(), planning.history().now(), act, said);
        audit.record(unit, desk.inTrail(), act + "-program-draft", "program draft " + draft.id(), details);
    }

    private ProgramDraft shown(UnitOfWork unit, DraftPlanning planning, DraftedProgram draft) {
        Caller caller = planning.desk().caller();
        boolean isApproved = draft.state() == State.APPROVED || draft.state() == State.PUBLISHED;
        return new ProgramDraft(
                draft.id(),
                draft.revision(),
                draft.name(),
                draft.state(),
                draft.baseVersion(),
                draft.state().isOpen() && draft.baseVersion() != planning.newestNumber(),
                program(draft),
                draft.madeBy(),
                draft.changedBy(),
                draft.approvedBy().filter(by -> isApproved),
                draft.publishedAs(),
                draft.state() == State.SUBMITTED
                        && caller.isAny(Role.ADMIN, Role.OPERATOR)
                        && !drafts.isWrittenBy(unit, draft, caller));
    }

    private static Program program(DraftedProgram draft) {
        return ProgramDocument.read(draft.baseVersion(), draft.document());
    }

    private static Refusal notSubmitted(DraftedProgram draft) {
        return new Refusal(RefusalCode.PROGRAM_DRAFT_NOT_SUBMITTED, "state", ProgramAccess.word(draft.state()));
    }

    static String listed(List<Named> elements) {
        return elements.stream().map(Named::name).collect(Collectors.joining("; "));
    }

    private static String said(Desk desk, ProgramDifference difference) {
        List<String> sentences = new ArrayList<>();
        difference.changes().forEach(change -> sentences.add(desk.words().of(change, Optional.empty())));
        return String.join("\n", sentences);
    }

    /** Element by element, from what to what. */
    private static Map<String, String> details(Desk desk, ProgramDifference difference) {
        Map<String, String> details = new TreeMap<>();
        difference
                .changes()
                .forEach(change -> details.put(
                        change.element().id(), desk.wordsOfTheTrail().of(change, Optional.empty())));
        return details;
    }
}
