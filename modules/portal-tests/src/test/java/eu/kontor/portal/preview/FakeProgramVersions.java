package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.program.api.ProgramPlan.Change;
import eu.kontor.program.api.ProgramVersions;
import eu.kontor.program.domain.ElementValues;
import eu.kontor.program.domain.ProgramDifference;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Three versions of before: one from a file, one that was planned and cancelled, and the one in force. */
@Service
public class FakeProgramVersions implements ProgramVersions {

    private static final ProgramElement BASE = new ProgramElement(Kind.BASE_RATE, "EUR");

    private final FakeProgramDesk desk;
    private final FakePrograms programs;
    private final PreviewWorld world;

    @Inject
    public FakeProgramVersions(FakeProgramDesk desk, FakePrograms programs, PreviewWorld world) {
        this.desk = desk;
        this.programs = programs;
        this.world = world;
    }

    @Override
    public List<Version> list(Caller caller, TenantSlug brand) {
        List<Version> all = new ArrayList<>(desk.published(brand));
        Program newest = programs.version(world.get(brand).id(), 3);
        all.add(version(newest, 3, newest.validFrom(), all.isEmpty() ? State.IN_FORCE : State.PAST, true));
        Program less = FakeProgramDesk.with(newest, BASE, new BigDecimal("1"));
        all.add(version(less, 2, LocalDate.of(2025, 11, 1), State.CANCELLED, true));
        all.add(version(less, 1, LocalDate.of(2025, 1, 1), State.PAST, false));
        return all;
    }

    private static Version version(Program text, int number, LocalDate firstDay, State state, boolean inTheBrowser) {
        return new Version(
                ElementValues.of(text).program(number, firstDay),
                state,
                inTheBrowser ? Owner.BROWSER : Owner.FILES,
                PreviewWorld.NOW.minus(Duration.ofDays(400L - 100 * number)),
                inTheBrowser ? Optional.of("Ana Ferrer") : Optional.empty(),
                inTheBrowser ? Optional.of("Pablo Soto") : Optional.empty());
    }

    @Override
    public Version get(Caller caller, TenantSlug brand, int version) {
        return list(caller, brand).stream()
                .filter(each -> each.number() == version)
                .findFirst()
                .orElseThrow(() -> new Refusal(RefusalCode.PROGRAM_VERSION_UNKNOWN, "version", version));
    }

    @Override
    public List<Change> compare(Caller caller, TenantSlug brand, int from, int to) {
        return FakeProgramDesk.said(
                ProgramDifference.between(
                        Optional.of(get(caller, brand, from).program()),
                        get(caller, brand, to).program()),
                Optional.empty(),
                desk.words(caller));
    }

    @Override
    public void cancel(Caller caller, TenantSlug brand, int version, String remark) {
        throw new Refusal(RefusalCode.PROGRAM_VERSION_UNKNOWN, "version", version);
    }

    @Override
    public List<Element> elements(Caller caller, TenantSlug brand) {
        ElementValues values =
                ElementValues.of(programs.versions(world.get(brand).id()).getFirst());
        return values.elements().stream()
                .map(element -> new Element(
                        element,
                        desk.words(caller).name(element, values.value(element)),
                        desk.isOfTheBrowser(brand, element) ? Owner.BROWSER : Owner.FILES,
                        3,
                        Optional.empty()))
                .toList();
    }

    @Override
    public void own(Caller caller, TenantSlug brand, ProgramElement element, Owner owner) {
        desk.take(brand, element);
    }

    @Override
    public String export(Caller caller, TenantSlug brand, int version, boolean asYaml) {
        return "program:\n  validFrom: '"
                + get(caller, brand, version).program().validFrom() + "'\n";
    }

    @Override
    public LocalDate today(Caller caller, TenantSlug brand) {
        return PreviewWorld.today();
    }
}
