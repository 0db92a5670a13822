package eu.kontor.portal.program;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.ProgramDraft;
import eu.kontor.program.api.ProgramDraft.Step;
import eu.kontor.program.api.ProgramDrafts;
import eu.kontor.program.api.ProgramDrafts.Seen;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramPlan;
import eu.kontor.program.api.ProgramPlan.Change;
import eu.kontor.program.api.ProgramVersions;
import eu.kontor.program.api.ProgramVersions.Element;
import eu.kontor.program.api.ProgramVersions.Owner;
import eu.kontor.program.api.ProgramVersions.Version;
import eu.kontor.program.api.Programs;
import eu.kontor.program.api.Programs.Earner;
import eu.kontor.program.api.Programs.EarningLine;
import eu.kontor.program.api.Programs.Occasion;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.api.UsualCondition;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A brand's program for its admins, and for the operator, who names the brand. */
@Service
public class ProgramPresenter {

    /** Whoever joins begins with it. */
    private static final String NEWCOMER = "member";

    private final Programs programs;
    private final ProgramDrafts drafts;
    private final ProgramVersions versions;
    private final Tenants tenants;

    @Inject
    public ProgramPresenter(Programs programs, ProgramDrafts drafts, ProgramVersions versions, Tenants tenants) {
        this.programs = programs;
        this.drafts = drafts;
        this.versions = versions;
        this.tenants = tenants;
    }

    /** @param waiting drafts that somebody else is to approve */
    record BrandLine(Tenant brand, long waiting) {}

    /** What the operator chooses from: who waits for an approval first. */
    List<BrandLine> brands(Caller caller) {
        return tenants.all().stream()
                .filter(brand -> brand.state() == Tenant.State.ACTIVE)
                .map(brand -> new BrandLine(brand, waiting(caller, brand)))
                .sorted((one, other) -> Long.compare(other.waiting(), one.waiting()))
                .toList();
    }

    /** A brand whose schema is being updated just now keeps nobody from the others. */
    private long waiting(Caller caller, Tenant brand) {
        try {
            return drafts.list(caller, brand.slug()).stream()
                    .filter(ProgramDraft::mayApprove)
                    .count();
        } catch (Refusal notNow) {
            return 0;
        }
    }

    /** Whose program it is: the caller's own, else the one that the address names. */
    Optional<Tenant> brand(Caller caller, Optional<String> named) {
        return caller.tenant().map(tenants::get).or(() -> named.map(ProgramPresenter::slug)
                .map(tenants::get));
    }

    static boolean mayWrite(Caller caller) {
        return caller.isAny(Role.ADMIN);
    }

    List<Version> versions(Caller caller, TenantSlug brand) {
        return versions.list(caller, brand);
    }

    List<Change> compare(Caller caller, TenantSlug brand, int from, int to) {
        return versions.compare(caller, brand, from, to);
    }

    void cancel(Caller caller, TenantSlug brand, int version, String remark) {
        versions.cancel(caller, brand, version, remark);
    }

    String export(Caller caller, TenantSlug brand, int version) {
        return versions.export(caller, brand, version, true);
    }

    LocalDate today(Caller caller, TenantSlug brand) {
        return versions.today(caller, brand);
    }

    List<Element> elements(Caller caller, TenantSlug brand) {
        return versions.elements(caller, brand);
    }

    void take(Caller caller, TenantSlug brand, ProgramElement element) {
        versions.own(caller, brand, element, Owner.BROWSER);
    }

    List<ProgramDraft> drafts(Caller caller, TenantSlug brand) {
        return drafts.list(caller, brand);
    }

    ProgramDraft draft(Caller caller, TenantSlug brand, long id) {
        return drafts.get(caller, brand, id);
    }

    List<Step> steps(Caller caller, TenantSlug brand, long id) {
        return drafts.steps(caller, brand, id);
    }

    ProgramPlan plan(Caller caller, TenantSlug brand, long id) {
        return drafts.plan(caller, brand, id);
    }

    ProgramDraft begin(Caller caller, TenantSlug brand, Optional<Integer> from) {
        return drafts.begin(caller, brand, from, "");
    }

    ProgramDraft save(Caller caller, TenantSlug brand, Seen seen, Program program) {
        return drafts.save(caller, brand, seen, program);
    }

    ProgramDraft merge(Caller caller, TenantSlug brand, Seen seen) {
        return drafts.merge(caller, brand, seen);
    }

    ProgramDraft submit(Caller caller, TenantSlug brand, Seen seen) {
        return drafts.submit(caller, brand, seen, "");
    }

    ProgramDraft approve(Caller caller, TenantSlug brand, Seen seen) {
        return drafts.approve(caller, brand, seen, "");
    }

    ProgramDraft requestChanges(Caller caller, TenantSlug brand, Seen seen, String remark) {
        return drafts.requestChanges(caller, brand, seen, remark);
    }

    ProgramDraft withdraw(Caller caller, TenantSlug brand, Seen seen) {
        return drafts.withdraw(caller, brand, seen, "");
    }

    ProgramDraft comment(Caller caller, TenantSlug brand, long draft, String remark) {
        return drafts.comment(caller, brand, draft, remark);
    }

    ProgramDraft publish(Caller caller, TenantSlug brand, Seen seen, LocalDate firstDay) {
        return drafts.publish(caller, brand, seen, Optional.of(firstDay));
    }

    /** What a bill would earn, and why not more. @param notGiven a sentence for each promotion that gave nothing */
    record Example(String earned, List<String> notGiven) {}

    UsualCondition condition(String when) {
        return programs.condition(when);
    }

    String expression(UsualCondition condition) {
        return programs.expression(condition);
    }

    Optional<String> mistake(Caller caller, String when) {
        return programs.mistake(when, caller.language());
    }

    String sentence(Caller caller, Promotion promotion) {
        return programs.sentence(promotion, tenants.coalition().pointsName(caller.language()), caller.language());
    }

    /** By the same rules as at the till, and not posted. @param isFirstVisit of a member; else of nobody who is known */
    Example example(
            Caller caller,
            Program program,
            MoneyAmount bill,
            String category,
            Occasion occasion,
            boolean isFirstVisit) {
        EarningLine line = new EarningLine(category, LineKind.GOODS, bill, Optional.empty(), Optional.empty());
        Optional<Earner> guest =
                isFirstVisit ? Optional.of(new Earner(new MemberId(1), NEWCOMER, true)) : Optional.empty();
        Earning earning = programs.evaluate(program, guest, List.of(line), bill, occasion);
        return new Example(
                programs.sentence(earning, tenants.coalition().pointsName(caller.language()), caller.language()),
                earning.passed().stream()
                        .map(passed -> passed.name()
                                        .getOrDefault(
                                                caller.language().getLanguage(),
                                                passed.name().getOrDefault("en", passed.promotion()))
                                + ": " + programs.whyNot(passed, caller.language()))
                        .toList());
    }

    private static TenantSlug slug(String text) {
        try {
            return new TenantSlug(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(RefusalCode.TENANT_UNKNOWN, "tenant", text);
        }
    }
}
