package eu.kontor.retention.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.retention.api.MemberFiles;
import eu.kontor.retention.persistence.PersonalRows;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.PersonalData;
import eu.kontor.tenancy.api.PersonalData.Where;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks the coalition's tables once, and then each brand's under its own role; of everybody who turned out to be the same person, whichever was asked for. */
@Service
public class GatheredMemberFiles implements MemberFiles {

    private static final String PROFILE = "profile";

    private final Transactions transactions;
    private final Tenants tenants;
    private final PersonalRows personal;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public GatheredMemberFiles(
            Transactions transactions, Tenants tenants, PersonalRows personal, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.personal = personal;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public MemberFile of(Caller caller, MemberId member) {
        caller.mustBe(Role.OPERATOR);
        caller.mustHaveProvenLately();
        Map<String, List<JsonNode>> content = new LinkedHashMap<>();
        List<MemberId> person = transactions.asOperator(unit -> {
            List<MemberId> all = new ArrayList<>(List.of(member));
            all.addAll(personal.othersOfPerson(unit, member));
            all.forEach(one -> add(content, ofCoalition(unit, one)));
            if (content.get(PROFILE).isEmpty()) {
                throw new Refusal(RefusalCode.MEMBER_UNKNOWN);
            }
            all.forEach(one -> audit.record(unit, caller, "export-member", "member " + one.value(), Map.of()));
            return all;
        });
        for (Tenant tenant : tenants.all()) {
            person.forEach(one -> add(content, ofBrand(tenant, one)));
        }
        return new MemberFile(
                member,
                content.entrySet().stream()
                        .map(part -> new MemberFile.Part(part.getKey(), part.getValue()))
                        .toList());
    }

    private static void add(Map<String, List<JsonNode>> content, Map<String, List<JsonNode>> more) {
        more.forEach((part, rows) ->
                content.computeIfAbsent(part, first -> new ArrayList<>()).addAll(rows));
    }

    private Map<String, List<JsonNode>> ofCoalition(UnitOfWork unit, MemberId member) {
        Map<String, List<JsonNode>> content = new LinkedHashMap<>();
        for (PersonalData.Part part : personal.parts(Where.COALITION)) {
            if (part.export().isPresent()) {
                content.put(part.name(), personal.export(unit, part, member));
            }
        }
        return content;
    }

    private Map<String, List<JsonNode>> ofBrand(Tenant tenant, MemberId member) {
        return transactions.asTenant(tenant.id(), unit -> {
            Map<String, List<JsonNode>> content = new LinkedHashMap<>();
            for (PersonalData.Part part : personal.parts(Where.EACH_BRAND)) {
                if (part.export().isPresent()) {
                    List<JsonNode> rows = personal.export(unit, part, member);
                    rows.forEach(row -> ((ObjectNode) row).put("brand", tenant.name()));
                    content.put(part.name(), rows);
                }
            }
            return content;
        });
    }

    @Override
    public String page(MemberFile file, Locale language) {
        return new MemberFilePage(
                        file,
                        tenants.coalition().name(),
                        language,
                        clock.instant(),
                        tenants.coalition().zone())
                .html();
    }
}
