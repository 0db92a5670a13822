package eu.kontor.program.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.ProgramDraft.Person;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramPlan.Change;
import eu.kontor.program.api.ProgramVersions;
import eu.kontor.program.application.ProgramAccess.Desk;
import eu.kontor.program.domain.DifferenceSentence;
import eu.kontor.program.domain.ElementValues;
import eu.kontor.program.domain.ProgramDifference;
import eu.kontor.program.domain.ProgramHistory;
import eu.kontor.program.domain.ProgramHistory.Ownership;
import eu.kontor.program.domain.ProgramHistory.PublishedVersion;
import eu.kontor.program.domain.VersionStates;
import eu.kontor.program.persistence.PublishedPrograms;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Versions and who decides their elements, under the brand's role. */
@Service
public class VersionDesk implements ProgramVersions {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final ProgramAccess access;
    private final Transactions transactions;
    private final PublishedPrograms published;
    private final CachedPrograms programs;
    private final Audit audit;

    @Inject
    public VersionDesk(
            ProgramAccess access,
            Transactions transactions,
            PublishedPrograms published,
            CachedPrograms programs,
            Audit audit) {
        this.access = access;
        this.transactions = transactions;
        this.published = published;
        this.programs = programs;
        this.audit = audit;
    }

    @Override
    public List<Version> list(Caller caller, TenantSlug brand) {
        Desk desk = access.reader(caller, brand);
        return transactions.asTenant(
                desk.tenant().id(), unit -> shown(published.in(unit).all(), desk.today()));
    }

    @Override
    public Version get(Caller caller, TenantSlug brand, int version) {
        return list(caller, brand).stream()
                .filter(each -> each.number() == version)
                .findFirst()
                .orElseThrow(() -> unknown(version));
    }

    @Override
    public List<Change> compare(Caller caller, TenantSlug brand, int from, int to) {
        Desk desk = access.reader(caller, brand);
        Program before = get(caller, brand, from).program();
        Program after = get(caller, brand, to).program();
        return DraftPlanning.said(
                ProgramDifference.between(Optional.of(before), after), Optional.empty(), desk.words());
    }

    @Override
    public void cancel(Caller caller, TenantSlug brand, int version, String remark) {
        Desk desk = access.admin(caller, brand);
        caller.mustHaveProvenLately();
        String said = ProgramAccess.remark(remark);
        transactions.asTenant(desk.tenant().id(), unit -> {
            ProgramHistory history = published.in(unit);
            history.oneAfterTheOther();
            Version planned = shown(history.all(), desk.today()).stream()
                    .filter(each -> each.number() == version)
                    .findFirst()
                    .orElseThrow(() -> unknown(version));
            if (planned.state() != State.PLANNED) {
                throw new Refusal(
                        RefusalCode.PROGRAM_VERSION_NOT_PLANNED,
                        "version",
                        version,
                        "state",
                        Phrase.of("version-is-" + planned.state().slug()));
            }
            history.cancel(version, caller.subject(), caller.name(), said);
            Map<String, String> details = new TreeMap<>(
                    Map.of("firstDay", planned.program().validFrom().toString()));
            if (!said.isEmpty()) {
                details.put("remark", said);
            }
            audit.record(unit, desk.inTrail(), "cancel-program-version", "program version " + version, details);
            unit.afterCommit(() -> programs.forget(desk.tenant().id()));
            return null;
        });
    }

    @Override
    public List<Element> elements(Caller caller, TenantSlug brand) {
        Desk desk = access.reader(caller, brand);
        return transactions.asTenant(desk.tenant().id(), unit -> {
            ProgramHistory history = published.in(unit);
            List<Program> oldestFirst = history.all().reversed().stream()
                    .filter(version -> !version.isCancelled())
                    .map(DraftPlanning::program)
                    .toList();
            return oldestFirst.isEmpty() ? List.of() : elements(oldestFirst, history.owners(), desk.words());
        });
    }

    @Override
    public void own(Caller caller, TenantSlug brand, ProgramElement element, Owner owner) {
        Desk desk = access.admin(caller, brand);
        caller.mustHaveProvenLately();
        transactions.asTenant(desk.tenant().id(), unit -> {
            ProgramHistory history = published.in(unit);
            history.oneAfterTheOther();
            Map<ProgramElement, Ownership> owners = history.owners();
            boolean isThere = history.newest()
                    .map(DraftPlanning::program)
                    .map(ElementValues::of)
                    .flatMap(values -> values.value(element))
                    .isPresent();
            if (!isThere && !owners.containsKey(element)) {
                throw new Refusal(RefusalCode.PROGRAM_ELEMENT_UNKNOWN, "element", element.id());
            }
            Owner before = Optional.ofNullable(owners.get(element))
                    .map(Ownership::owner)
                    .orElse(Owner.FILES);
            if (before != owner) {
                history.own(element, new Ownership(owner, caller.subject(), caller.name(), history.now()));
                audit.record(
                        unit,
                        desk.inTrail(),
                        owner == Owner.BROWSER ? "take-program-element" : "give-back-program-element",
                        "program element " + element.id(),
                        Map.of("from", before.slug(), "to", owner.slug()));
            }
            return null;
        });
    }

    @Override
    public String export(Caller caller, TenantSlug brand, int version, boolean asYaml) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.set("program", ProgramDocument.section(get(caller, brand, version).program()));
        if (!asYaml) {
            try {
                return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the program cannot be written", e);
            }
        }
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options).dump(JSON.convertValue(file, Map.class));
    }

    @Override
    public LocalDate today(Caller caller, TenantSlug brand) {
        return access.reader(caller, brand).today();
    }

    private static List<Version> shown(List<PublishedVersion> newestFirst, LocalDate today) {
        Map<Integer, State> states = VersionStates.of(newestFirst, today);
        return newestFirst.stream()
                .map(version -> new Version(
                        DraftPlanning.program(version),
                        states.get(version.version()),
                        version.origin().source(),
                        version.publishedAt(),
                        version.origin().publishedByName(),
                        version.origin().approvedByName()))
                .toList();
    }

    /** Of each what the newest version says, and the version since which it says so; also of what the browser took out and files do not bring back. */
    private static List<Element> elements(
            List<Program> oldestFirst, Map<ProgramElement, Ownership> owners, DifferenceSentence words) {
        ElementValues newest = ElementValues.of(oldestFirst.getLast());
        Map<ProgramElement, Integer> changedIn = ElementValues.changedIn(oldestFirst);
        Map<ProgramElement, Object> lastSaid = new LinkedHashMap<>();
        oldestFirst.stream().map(ElementValues::of).forEach(values -> values.elements()
                .forEach(element -> lastSaid.put(element, values.value(element).orElseThrow())));
        List<Element> elements = new ArrayList<>();
        for (ProgramElement element : newest.elementsWith(ElementValues.of(lastSaid))) {
            Optional<Ownership> moved = Optional.ofNullable(owners.get(element));
            boolean isOfTheBrowser =
                    moved.filter(each -> each.owner() == Owner.BROWSER).isPresent();
            if (newest.value(element).isEmpty() && !isOfTheBrowser) {
                continue;
            }
            elements.add(new Element(
                    element,
                    words.name(element, Optional.of(lastSaid.get(element))),
                    moved.map(Ownership::owner).orElse(Owner.FILES),
                    changedIn.get(element),
                    moved.map(each -> new Person(each.byName(), each.since()))));
        }
        return elements;
    }

    private static Refusal unknown(int version) {
        return new Refusal(RefusalCode.PROGRAM_VERSION_UNKNOWN, "version", version);
    }
}
