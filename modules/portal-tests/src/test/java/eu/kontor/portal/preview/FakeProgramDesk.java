package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.ProgramDraft;
import eu.kontor.program.api.ProgramDraft.Person;
import eu.kontor.program.api.ProgramDraft.State;
import eu.kontor.program.api.ProgramDraft.Step;
import eu.kontor.program.api.ProgramDrafts;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.program.api.ProgramPlan;
import eu.kontor.program.api.ProgramPlan.Change;
import eu.kontor.program.api.ProgramPlan.Named;
import eu.kontor.program.api.ProgramVersions;
import eu.kontor.program.api.ProgramVersions.Owner;
import eu.kontor.program.api.ProgramVersions.Version;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.domain.DifferenceSentence;
import eu.kontor.program.domain.ElementValues;
import eu.kontor.program.domain.FirstProgram;
import eu.kontor.program.domain.NoticePolicy;
import eu.kontor.program.domain.ProgramDifference;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Drafts and versions in memory, by the house's own difference and notice. Of each brand one draft waits, one is being written. */
@Service
public class FakeProgramDesk implements ProgramDrafts {

    static final long WAITING = 7;
    static final long BEING_WRITTEN = 8;
    private static final int NOTICE_DAYS = 30;
    private static final ProgramElement BASE = new ProgramElement(Kind.BASE_RATE, "EUR");
    private static final ProgramElement COFFEE = new ProgramElement(Kind.CATEGORY_RATE, "coffee");

    private static final Promotion EARLY = new Promotion(
            "early-bird",
            Map.of("en", "Early bird", "es", "Madrugador", "zh", "早起优惠"),
            "calendar.weekday in ['monday', 'tuesday', 'wednesday'] && calendar.time >= '07:00' && calendar.time < '11:00'",
            List.of("coffee"),
            new Promotion.Give.Times(BigDecimal.TWO),
            Optional.of(Points.of(100)),
            Optional.empty(),
            Optional.of(LocalDate.of(2027, 1, 31)),
            Optional.empty());

    private final FakePrograms programs;
    private final PreviewWorld world;
    private final Map<TenantSlug, Map<Long, Row>> drafts = new ConcurrentHashMap<>();
    private final Map<TenantSlug, Set<ProgramElement>> ofTheBrowser = new ConcurrentHashMap<>();
    private final Map<TenantSlug, List<Version>> published = new ConcurrentHashMap<>();

    @Inject
    public FakeProgramDesk(FakePrograms programs, PreviewWorld world) {
        this.programs = programs;
        this.world = world;
    }

    private record Row(ProgramDraft draft, String maker, String changer, List<Step> steps) {

        ProgramDraft seenBy(Caller caller) {
            boolean isOwn = caller.subject().equals(maker) || caller.subject().equals(changer);
            return copy(
                    draft,
                    draft.state(),
                    draft.program(),
                    draft.approvedBy(),
                    draft.publishedAs(),
                    draft.state() == State.SUBMITTED && !isOwn);
        }
    }

    private Map<Long, Row> of(TenantSlug brand) {
        return drafts.computeIfAbsent(brand, none -> {
            Map<Long, Row> rows = new TreeMap<>();
            Program inForce = newest(brand);
            Person pablo = new Person("Pablo Soto", PreviewWorld.NOW.minus(Duration.ofHours(2)));
            rows.put(
                    WAITING,
                    new Row(
                            draft(
                                    WAITING,
                                    "Winter",
                                    State.SUBMITTED,
                                    with(inForce, BASE, new BigDecimal("1.5")),
                                    pablo),
                            "p1",
                            "p1",
                            new ArrayList<>(List.of(
                                    new Step(pablo, "begin", ""),
                                    new Step(pablo, "change", "Base rate in EUR: 2 → 1.5 Ronda points per EUR"),
                                    new Step(pablo, "submit", "Coffee stays as it is.")))));
            rows.put(
                    BEING_WRITTEN,
                    new Row(
                            draft(
                                    BEING_WRITTEN,
                                    "",
                                    State.DRAFT,
                                    with(inForce, new ProgramElement(Kind.PROMOTION, EARLY.id()), EARLY),
                                    pablo),
                            "a1",
                            "a1",
                            new ArrayList<>(List.of(new Step(pablo, "begin", "")))));
            return rows;
        });
    }

    /** Without what is said of currencies that the brand does not use. */
    private Program newest(TenantSlug brand) {
        Program newest = programs.versions(world.get(brand).id()).getFirst();
        return FirstProgram.within(newest, world.get(brand).currencies()).program(newest.version(), newest.validFrom());
    }

    private static ProgramDraft draft(long id, String name, State state, Program program, Person by) {
        Program wished = ElementValues.of(program).program(3, PreviewWorld.today());
        return new ProgramDraft(
                id, 0, name, state, 3, false, wished, by, by, Optional.empty(), Optional.empty(), false);
    }

    private static ProgramDraft copy(
            ProgramDraft draft,
            State state,
            Program program,
            Optional<Person> approvedBy,
            Optional<Integer> version,
            boolean mayApprove) {
        return new ProgramDraft(
                draft.id(),
                draft.revision(),
                draft.name(),
                state,
                draft.base(),
                false,
                program,
                draft.madeBy(),
                draft.changedBy(),
                approvedBy,
                version,
                mayApprove);
    }

    static Program with(Program program, ProgramElement element, Object value) {
        ElementValues all = ElementValues.of(program);
        Map<ProgramElement, Object> values = new LinkedHashMap<>();
        all.elements().forEach(each -> values.put(each, all.value(each).orElseThrow()));
        values.put(element, value);
        return ElementValues.of(values).program(program.version(), program.validFrom());
    }

    @Override
    public List<ProgramDraft> list(Caller caller, TenantSlug brand) {
        return of(brand).values().stream()
                .map(row -> row.seenBy(caller))
                .sorted(Comparator.comparing(draft -> -draft.id()))
                .toList();
    }

    @Override
    public ProgramDraft get(Caller caller, TenantSlug brand, long draft) {
        return row(brand, draft).seenBy(caller);
    }

    @Override
    public ProgramDraft toChange(Caller caller, TenantSlug brand, long draft) {
        return get(caller, brand, draft);
    }

    private Row row(TenantSlug brand, long draft) {
        return Optional.ofNullable(of(brand).get(draft))
                .orElseThrow(() -> new Refusal(RefusalCode.PROGRAM_DRAFT_UNKNOWN, "id", draft));
    }

    @Override
    public List<Step> steps(Caller caller, TenantSlug brand, long draft) {
        return List.copyOf(row(brand, draft).steps());
    }

    @Override
    public ProgramPlan plan(Caller caller, TenantSlug brand, long draft) {
        Program program = row(brand, draft).draft().program();
        Program newest = newest(brand);
        ProgramDifference difference = ProgramDifference.between(Optional.of(newest), program);
        LocalDate possible =
                new NoticePolicy(NOTICE_DAYS).firstPossibleDay(Optional.of(newest), difference, PreviewWorld.today());
        LocalDate first = program.validFrom().isAfter(possible) ? program.validFrom() : possible;
        List<Named> locked = difference.changes().stream()
                .filter(change -> change.before().isPresent() && !isOfTheBrowser(brand, change.element()))
                .map(change -> new Named(
                        change.element(),
                        words(caller).name(change.element(), change.after().or(change::before))))
                .toList();
        return new ProgramPlan(
                newest.version(),
                first,
                possible,
                difference.isWorseForMembers(),
                NOTICE_DAYS,
                said(difference, Optional.of(first), words(caller)),
                locked,
                List.of());
    }

    static List<Change> said(ProgramDifference difference, Optional<LocalDate> from, DifferenceSentence words) {
        return difference.changes().stream()
                .map(change -> new Change(
                        change.element(),
                        change.act().name().toLowerCase(Locale.ROOT),
                        change.isWorse() ? "worse" : change.isBetter() ? "better" : "neither",
                        words.of(change, from),
                        words.why(change)))
                .toList();
    }

    DifferenceSentence words(Caller caller) {
        return new DifferenceSentence(world.coalition().pointsName(caller.language()), caller.language());
    }

    boolean isOfTheBrowser(TenantSlug brand, ProgramElement element) {
        return ofTheBrowser
                        .computeIfAbsent(brand, none -> ConcurrentHashMap.newKeySet())
                        .contains(element)
                || element.equals(COFFEE);
    }

    @Override
    public ProgramDraft begin(Caller caller, TenantSlug brand, Optional<Integer> from, String name) {
        long id = of(brand).keySet().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
        Program newest = newest(brand);
        Program text = ElementValues.of(newest).program(newest.version(), PreviewWorld.today());
        Person by = new Person(caller.name(), PreviewWorld.NOW);
        ProgramDraft draft = new ProgramDraft(
                id,
                0,
                name,
                State.DRAFT,
                newest.version(),
                false,
                text,
                by,
                by,
                Optional.empty(),
                Optional.empty(),
                false);
        of(brand)
                .put(
                        id,
                        new Row(
                                draft,
                                caller.subject(),
                                caller.subject(),
                                new ArrayList<>(List.of(new Step(by, "begin", "")))));
        return draft;
    }

    private ProgramDraft step(
            Caller caller, TenantSlug brand, Seen seen, State next, Program program, String act, String said) {
        Row row = row(brand, seen.draft());
        if (row.draft().revision() != seen.revision()) {
            throw new Refusal(
                    RefusalCode.PROGRAM_DRAFT_CHANGED,
                    "by",
                    row.draft().changedBy().name());
        }
        Person by = new Person(caller.name(), PreviewWorld.NOW);
        boolean isChange = act.equals("change");
        ProgramDraft before = row.draft();
        ProgramDraft after = new ProgramDraft(
                before.id(),
                before.revision() + 1,
                before.name(),
                next,
                before.base(),
                false,
                program,
                before.madeBy(),
                isChange ? by : before.changedBy(),
                next == State.APPROVED ? Optional.of(by) : before.approvedBy().filter(some -> next == State.PUBLISHED),
                next == State.PUBLISHED ? Optional.of(program.version()) : Optional.empty(),
                false);
        row.steps().add(new Step(by, act, said));
        Row changed = new Row(after, row.maker(), isChange ? caller.subject() : row.changer(), row.steps());
        of(brand).put(before.id(), changed);
        return changed.seenBy(caller);
    }

    private Program text(TenantSlug brand, Seen seen) {
        return row(brand, seen.draft()).draft().program();
    }

    @Override
    public ProgramDraft save(Caller caller, TenantSlug brand, Seen seen, Program program) {
        return step(caller, brand, seen, State.DRAFT, program, "change", "");
    }

    @Override
    public ProgramDraft merge(Caller caller, TenantSlug brand, Seen seen) {
        return get(caller, brand, seen.draft());
    }

    @Override
    public ProgramDraft submit(Caller caller, TenantSlug brand, Seen seen, String remark) {
        List<Named> locked = plan(caller, brand, seen.draft()).locked();
        if (!locked.isEmpty()) {
            throw new Refusal(
                    RefusalCode.PROGRAM_ELEMENT_OF_FILES,
                    "elements",
                    locked.getFirst().name());
        }
        return step(caller, brand, seen, State.SUBMITTED, text(brand, seen), "submit", remark);
    }

    @Override
    public ProgramDraft approve(Caller caller, TenantSlug brand, Seen seen, String remark) {
        if (!get(caller, brand, seen.draft()).mayApprove()) {
            throw new Refusal(RefusalCode.PROGRAM_DRAFT_OWN);
        }
        return step(caller, brand, seen, State.APPROVED, text(brand, seen), "approve", remark);
    }

    @Override
    public ProgramDraft requestChanges(Caller caller, TenantSlug brand, Seen seen, String remark) {
        return step(caller, brand, seen, State.CHANGES_REQUESTED, text(brand, seen), "request-changes", remark);
    }

    @Override
    public ProgramDraft withdraw(Caller caller, TenantSlug brand, Seen seen, String remark) {
        return step(caller, brand, seen, State.WITHDRAWN, text(brand, seen), "withdraw", remark);
    }

    @Override
    public ProgramDraft comment(Caller caller, TenantSlug brand, long draft, String remark) {
        row(brand, draft).steps().add(new Step(new Person(caller.name(), PreviewWorld.NOW), "comment", remark));
        return get(caller, brand, draft);
    }

    @Override
    public ProgramDraft publish(Caller caller, TenantSlug brand, Seen seen, Optional<LocalDate> firstDay) {
        int number = programs.versions(world.get(brand).id()).getFirst().version() + 1;
        Program next = ElementValues.of(text(brand, seen)).program(number, firstDay.orElseThrow());
        ProgramDraft draft = step(caller, brand, seen, State.PUBLISHED, next, "publish", String.valueOf(number));
        programs.publish(world.get(brand).id(), next);
        published
                .computeIfAbsent(brand, none -> new ArrayList<>())
                .addFirst(new Version(
                        next,
                        next.validFrom().isAfter(PreviewWorld.today())
                                ? ProgramVersions.State.PLANNED
                                : ProgramVersions.State.IN_FORCE,
                        Owner.BROWSER,
                        PreviewWorld.NOW,
                        Optional.of(caller.name()),
                        draft.approvedBy().map(Person::name)));
        return draft;
    }

    /** What the preview published, the newest first. */
    List<Version> published(TenantSlug brand) {
        return List.copyOf(published.getOrDefault(brand, List.of()));
    }

    void take(TenantSlug brand, ProgramElement element) {
        ofTheBrowser
                .computeIfAbsent(brand, none -> ConcurrentHashMap.newKeySet())
                .add(element);
    }
}
