package eu.kontor.notification.mail;

import eu.kontor.checkout.api.WaitingCorrections;
import eu.kontor.checkout.api.WaitingCorrections.WaitingCorrection;
import eu.kontor.kernel.Role;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Staff;
import eu.kontor.tenancy.api.Staff.Colleague;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever may approve it once of each goodwill that waits: a brand's admins, but not the one who proposed it; the operators of what the
 * coalition pays for, and of what nobody else at the brand may approve, but again not the one who proposed it. Told is noted after the mail has left: what fails between the two
 * leaves again under the same name.
 */
@Service
public class GoodwillRounds {

    private static final Logger LOG = LoggerFactory.getLogger(GoodwillRounds.class);

    /** Somebody waits at a counter, or was told to come back; an idle round is one small query for each brand. */
    private static final Duration PAUSE = Duration.ofMinutes(2);

    private final WaitingCorrections corrections;
    private final Staff staff;
    private final Tenants tenants;
    private final MailRoutes routes;
    private final GoodwillLetter letter;

    @Inject
    private LeasedRounds rounds;

    @Inject
    public GoodwillRounds(
            WaitingCorrections corrections, Staff staff, Tenants tenants, MailRoutes routes, MailSettings settings) {
        this.corrections = corrections;
        this.staff = staff;
        this.tenants = tenants;
        this.routes = routes;
        this.letter = new GoodwillLetter(settings);
    }

    void begin(@Observes MigrationsDone event) {
        rounds.begin("Telling who may approve goodwill that it waits", PAUSE, PAUSE, this::round);
    }

    void round() {
        if (!tenants.isConfigured() || !routes.isOpen()) {
            return;
        }
        for (Tenant tenant : tenants.all()) {
            if (tenant.state() == Tenant.State.ACTIVE) {
                tellOrGoOn(tenant);
            }
        }
    }

    /** One brand's trouble is not the next one's; it is told in the next round. */
    private void tellOrGoOn(Tenant tenant) {
        try {
            tell(tenant);
        } catch (RuntimeException e) {
            LOG.error("{}: nobody could be told of goodwill that waits; they are in the next round", tenant.slug(), e);
        }
    }

    private void tell(Tenant tenant) {
        List<WaitingCorrection> untold = corrections.untold(tenant.id());
        if (untold.isEmpty()) {
            return;
        }
        Approvers approvers = new Approvers(staff.of(tenant.id(), Role.ADMIN), staff.operators());
        Map<Colleague, List<WaitingCorrection>> brands = new LinkedHashMap<>();
        Map<Colleague, List<WaitingCorrection>> operators = new LinkedHashMap<>();
        for (WaitingCorrection waiting : untold) {
            List<Colleague> admins = approvers.adminsFor(waiting);
            List<Colleague> asked = admins.isEmpty() ? approvers.operatorsFor(waiting) : admins;
            Map<Colleague, List<WaitingCorrection>> inbox = admins.isEmpty() ? operators : brands;
            asked.forEach(each ->
                    inbox.computeIfAbsent(each, first -> new ArrayList<>()).add(waiting));
        }
        String key = "goodwill_" + tenant.slug().value();
        Set<WaitingCorrection> told = new LinkedHashSet<>();
        told.addAll(send(tenant, key + "_admin_", GoodwillLetter.Inbox.BRAND, brands));
        told.addAll(send(tenant, key + "_operator_", GoodwillLetter.Inbox.OPERATOR, operators));
        if (!told.isEmpty()) {
            corrections.told(tenant.id(), List.copyOf(told));
        }
    }

    /**
     * One address at which no mail arrives keeps none from the others; and what anybody was told of is told, or they would be told again and again.
     *
     * @return of what somebody was told
     */
    private Set<WaitingCorrection> send(
            Tenant tenant,
            String key,
            GoodwillLetter.Inbox inbox,
            Map<Colleague, List<WaitingCorrection>> perColleague) {
        int number = 0;
        Set<WaitingCorrection> told = new LinkedHashSet<>();
        for (Map.Entry<Colleague, List<WaitingCorrection>> each : perColleague.entrySet()) {
            String own = key + each.getValue().getLast().id() + '_' + number++;
            try {
                routes.send(letter.to(
                        each.getKey(),
                        own,
                        new GoodwillLetter.About(
                                tenant,
                                tenants.coalition().pointsName(each.getKey().language()),
                                inbox),
                        each.getValue()));
                told.addAll(each.getValue());
            } catch (RuntimeException e) {
                LOG.error("{}: a letter about goodwill that waits could not leave: {}", tenant.slug(), own, e);
            }
        }
        return told;
    }

    private record Approvers(List<Colleague> admins, List<Colleague> operators) {

        /** Nobody approves an own proposal. */
        List<Colleague> adminsFor(WaitingCorrection waiting) {
            return waiting.byOperator()
                    ? List.of()
                    : admins.stream()
                            .filter(admin -> !admin.name().equals(waiting.proposerName()))
                            .toList();
        }

        List<Colleague> operatorsFor(WaitingCorrection waiting) {
            return operators.stream()
                    .filter(operator -> !operator.name().equals(waiting.proposerName()))
                    .toList();
        }
    }
}
