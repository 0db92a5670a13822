package eu.kontor.outbox.persistence;

import eu.kontor.tenancy.api.PersonalData;
import eu.kontor.tenancy.api.Service;
import java.util.List;

/** What is on its way about a member: numbers and cards, and no name. What an attempt failed with may quote a text, and goes. */
@Service
public class PersonalMessages implements PersonalData {

    @Override
    public List<Part> parts() {
        return List.of(Part.ofCoalition("on-their-way", "outbox")
                .exportedBy("outbox/personal/on_their_way")
                .erasedBy("outbox/personal/erase")
                .endedBy("outbox/personal/waiting"));
    }
}
