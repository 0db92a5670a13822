package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Merges;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.application.LedgerBalances;
import eu.kontor.membership.api.Members.NewMember;
import eu.kontor.membership.application.LinkedMembers;
import eu.kontor.membership.persistence.MergeRecords;
import eu.kontor.tenancy.application.AuditTrail;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Members are merged and part again as at a desk. */
record MergeStage(TillStage stage) {

    Merges merges() {
        return new PersonMerges(
                stage.transactions,
                new LinkedMembers(new MergeRecords(), stage.rules),
                stage.members(),
                new LedgerBalances(stage.transactions, stage.calendar),
                stage.merges,
                stage.actors,
                new AuditTrail(stage.clock));
    }

    /** A guest of the brand with a code of their own. */
    CardNumber member(TenantId tenant, String code) {
        NewMember person =
                new NewMember("Ana", "Reis", Optional.empty(), Optional.empty(), Locale.ENGLISH, code, false);
        return stage.members()
                .enrol(TillStage.person(tenant, Role.FRONT_DESK), person)
                .cards()
                .getFirst()
                .number();
    }

    /** What the brand's people did to a subject, the oldest first. */
    List<String> audited(TenantId tenant, String subject) {
        return stage.transactions.asTenant(tenant, unit -> unit.jdbi()
                .createQuery(
                        "select action || ' ' || details from coalition.audit_entry where subject = :subject order by audit_entry_id")
                .bind("subject", subject)
                .mapTo(String.class)
                .list());
    }
}
