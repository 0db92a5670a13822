package eu.kontor.tenancy.persistence;

import eu.kontor.tenancy.api.PersonalData;
import eu.kontor.tenancy.api.Service;
import java.util.List;

/** What people did with a member's data. Who acted is the house's to know; of an erased member the reasons go that people wrote. */
@Service
public class PersonalTrail implements PersonalData {

    @Override
    public List<Part> parts() {
        return List.of(Part.ofCoalition("acts", "audit_entry")
                .exportedBy("tenancy/personal/trail")
                .erasedBy("tenancy/personal/erase_trail"));
    }
}
