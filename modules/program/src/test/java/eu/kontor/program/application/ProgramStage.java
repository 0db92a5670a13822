package eu.kontor.program.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.ProgramDraft;
import eu.kontor.program.api.ProgramDrafts;
import eu.kontor.program.api.ProgramDrafts.Seen;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.program.api.ProgramVersions;
import eu.kontor.program.api.ProgramVersions.Owner;
import eu.kontor.program.api.Programs.EarningLine;
import eu.kontor.program.domain.ElementValues;
import eu.kontor.program.persistence.DraftRows;
import eu.kontor.program.persistence.PublishedPrograms;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.application.AuditTrail;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A brand whose file was applied (10 points per euro, 15 for wine, 24 months, on 27 November 2026), its two admins Inês and Rui, and the
 * operator Olívia. The coalition gives 30 days of notice.
 */
final class ProgramStage {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    static final ProgramElement BASE_RATE = new ProgramElement(Kind.BASE_RATE, "EUR");
    static final ProgramElement WINE = new ProgramElement(Kind.CATEGORY_RATE, "wine");
    static final String FILE =
            """
            {"validFrom": "2026-01-01", "pointsPerUnit": {"EUR": 10}, "rounding": "down", "expiryMonths": 24,
             "categoryRates": [{"rule": "wine", "category": "wine", "name": {"en": "wine", "es": "vino", "zh": "酒"},
                                "pointsPerUnit": {"EUR": 15}}],
             "valuePerPoint": {"EUR": 0.005}, "minimumRedemption": 100}
            """;

    final TenantSlug slug;
    final TenantId brand;
    final Caller ines;
    final Caller rui;
    final Caller olivia = new Caller("olivia", "Olívia", Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH);
    final Transactions transactions;
    final CachedPrograms programs;
    final ProgramDrafts drafts;
    final ProgramVersions versions;
    private final ProgramSection section;
    private final Tenants tenants;
    private final MovingClock clock = new MovingClock();

    ProgramStage(String name) {
        PublishedPrograms published = new PublishedPrograms(clock);
        brand = KontorDatabase.shared().tenant(name);
        slug = new TenantSlug(name);
        ines = person("ines", Role.ADMIN);
        rui = person("rui", Role.ADMIN);
        transactions = KontorDatabase.shared().transactions(published);
        tenants = KontorDatabase.shared().tenants();
        programs = new CachedPrograms(transactions, published);
        section = new ProgramSection(published, programs);
        ProgramAccess access = new ProgramAccess(tenants, clock);
        AuditTrail audit = new AuditTrail(clock);
        drafts = new ProgramDraftDesk(
                access, transactions, published, new DraftRows(), new DraftPublishing(programs), audit);
        versions = new VersionDesk(access, transactions, published, programs, audit);
    }

    static ProgramStage withAFile(String name) {
        ProgramStage stage = new ProgramStage(name);
        stage.applyFile(FILE);
        return stage;
    }

    /** With the base rate and the rule for wine decided in the browser. */
    static ProgramStage inTheBrowser(String name) {
        ProgramStage stage = withAFile(name);
        stage.versions.own(stage.ines, stage.slug, BASE_RATE, Owner.BROWSER);
        stage.versions.own(stage.ines, stage.slug, WINE, Owner.BROWSER);
        return stage;
    }

    Caller person(String name, Role role) {
        return new Caller(name, name, Optional.of(brand), Set.of(role), Locale.ENGLISH);
    }

    List<Phrase> applyFile(String text) {
        try {
            JsonNode file = new ObjectMapper().readTree(text);
            return transactions.asTenant(brand, unit -> section.applyAndTell(tenants.get(brand), file, unit));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What applying the file would change, as "ACT words". */
    List<String> plan(String text) {
        try {
            JsonNode file = new ObjectMapper().readTree(text);
            return transactions.asTenant(brand, unit -> section
                    .differences(
                            tenants.get(brand),
                            com.fasterxml.jackson.databind.node.MissingNode.getInstance(),
                            file,
                            unit)
                    .stream()
                    .map(difference ->
                            difference.act() + " " + difference.words().in(Locale.ENGLISH))
                    .toList());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    ProgramDraft begin() {
        return drafts.begin(ines, slug, Optional.empty(), "");
    }

    /** By Inês. @param value null removes it */
    ProgramDraft change(ProgramDraft draft, ProgramElement element, Object value) {
        return drafts.save(ines, slug, seen(draft), with(draft.program(), element, value));
    }

    ProgramDraft approved(ProgramDraft draft) {
        ProgramDraft submitted = drafts.submit(ines, slug, seen(draft), "");
        return drafts.approve(rui, slug, seen(submitted), "");
    }

    ProgramDraft published(ProgramDraft draft) {
        return drafts.publish(ines, slug, seen(approved(draft)), Optional.empty());
    }

    static Seen seen(ProgramDraft draft) {
        return new Seen(draft.id(), draft.revision());
    }

    static Program with(Program program, ProgramElement element, Object value) {
        ElementValues all = ElementValues.of(program);
        Map<ProgramElement, Object> values = new LinkedHashMap<>();
        all.elements().forEach(each -> values.put(each, all.value(each).orElseThrow()));
        values.remove(element);
        if (value != null) {
            values.put(element, value);
        }
        return ElementValues.of(values).program(program.version(), program.validFrom());
    }

    /** What ten euros of it earn on a day. */
    long points(LocalDate day, String category) {
        Program program = programs.validOn(brand, day);
        MoneyAmount ten = MoneyAmount.of("10.00", "EUR");
        EarningLine line = new EarningLine(category, LineKind.GOODS, ten, Optional.empty(), Optional.empty());
        return programs.base(program, List.of(line), ten).points().value();
    }

    void passDays(int days) {
        clock.now = clock.now.plusSeconds(86_400L * days);
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-11-27T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
