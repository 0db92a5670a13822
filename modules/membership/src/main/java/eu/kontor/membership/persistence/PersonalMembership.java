package eu.kontor.membership.persistence;

import eu.kontor.tenancy.api.PersonalData;
import eu.kontor.tenancy.api.Service;
import java.util.List;

/** Who a member is, with which cards, and where. */
@Service
public class PersonalMembership implements PersonalData {

    @Override
    public List<Part> parts() {
        return List.of(
                Part.ofCoalition("profile", "member", "confirmation_code", "code_attempt")
                        .exportedBy("membership/personal/profile")
                        .erasedBy("membership/personal/erase"),
                Part.ofCoalition("merges", "member_merge").exportedBy("membership/personal/merges"),
                Part.ofCoalition("cards", "card").exportedBy("membership/personal/cards"),
                Part.ofCoalition("consents", "consent").exportedBy("membership/personal/consents"),
                Part.ofCoalition("enrolments", "enrollment").exportedBy("membership/personal/enrolments"));
    }
}
