package eu.kontor.program.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.kernel.TextPolicy;
import eu.kontor.program.api.ProgramDraft.State;
import eu.kontor.program.api.ProgramDrafts;
import eu.kontor.program.domain.DifferenceSentence;
import eu.kontor.program.domain.NoticePolicy;
import eu.kontor.program.domain.ProgramPolicy;
import eu.kontor.program.domain.PromotionRules;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may look at a brand's program, and who may change it. */
@Service
public class ProgramAccess {

    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public ProgramAccess(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The brand's admins, and the operator: who reads, comments, approves and asks for changes. */
    Desk reader(Caller caller, TenantSlug brand) {
        caller.mustBe(Role.ADMIN, Role.OPERATOR);
        return desk(caller, brand);
    }

    /** The brand's admins: who drafts and publishes. */
    Desk admin(Caller caller, TenantSlug brand) {
        caller.mustBe(Role.ADMIN);
        return desk(caller, brand);
    }

    private Desk desk(Caller caller, TenantSlug brand) {
        Tenant tenant = tenants.get(brand);
        boolean isOfAnother =
                caller.tenant().filter(own -> !own.equals(tenant.id())).isPresent();
        if (isOfAnother || caller.tenant().isEmpty() && !caller.isAny(Role.OPERATOR)) {
            throw new Refusal(RefusalCode.TENANT_UNKNOWN, "tenant", brand.value());
        }
        Tenant active = tenants.active(tenant.id());
        return new Desk(caller, active, tenants.coalition(), LocalDate.ofInstant(clock.instant(), active.zone()));
    }

    /** One caller at one brand's program. */
    record Desk(Caller caller, Tenant tenant, Coalition coalition, LocalDate today) {

        /** The trail of a brand says what the operator did there, too. */
        Caller inTrail() {
            return new Caller(
                    caller.subject(),
                    caller.name(),
                    Optional.of(tenant.id()),
                    caller.roles(),
                    caller.language(),
                    caller.origin());
        }

        DifferenceSentence words() {
            return new DifferenceSentence(coalition.pointsName(caller.language()), caller.language());
        }

        /** The trail is read by others than who wrote it: in English. */
        DifferenceSentence wordsOfTheTrail() {
            return new DifferenceSentence(coalition.pointsName(java.util.Locale.ENGLISH), java.util.Locale.ENGLISH);
        }

        NoticePolicy notice() {
            return new NoticePolicy(coalition.programs().noticeDays());
        }

        ProgramPolicy policy() {
            return new ProgramPolicy(
                    tenant.currencies(),
                    coalition.protection(),
                    new PromotionRules(
                            tenant.currencies().stream()
                                    .map(Currency::getCurrencyCode)
                                    .collect(Collectors.toUnmodifiableSet()),
                            tenant.outlets().stream().map(Tenant.Outlet::code).collect(Collectors.toUnmodifiableSet()),
                            CelConditions.LANGUAGE));
        }
    }

    /** @throws Refusal {@code FIELD_TOO_LONG}, {@code FIELD_CHARACTER_FORBIDDEN} */
    static String remark(String text) {
        return checked("remark", text, ProgramDrafts.LONGEST_REMARK, TextPolicy.LINES);
    }

    /** @throws Refusal {@code FIELD_MISSING}, {@code FIELD_TOO_LONG}, {@code FIELD_CHARACTER_FORBIDDEN} */
    static String requiredRemark(String text) {
        return required("remark", remark(text));
    }

    static String name(String text) {
        return checked("name", text, ProgramDrafts.LONGEST_NAME, TextPolicy.LINE);
    }

    private static String required(String field, String text) {
        if (text.isEmpty()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", field);
        }
        return text;
    }

    private static String checked(String field, String text, int longest, TextPolicy policy) {
        String said = text == null ? "" : text.strip();
        if (said.length() > longest) {
            throw new Refusal(RefusalCode.FIELD_TOO_LONG, "field", field, "limit", longest);
        }
        return policy.checked(field, said);
    }

    static Phrase word(State state) {
        return Phrase.of("draft-is-" + state.slug());
    }
}
