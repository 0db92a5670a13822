package eu.kontor.trust.persistence;

import eu.kontor.tenancy.api.PersonalData;
import eu.kontor.tenancy.api.Service;
import java.util.List;

/** What looked like fraud about a member. Facts hold no names; a note may. */
@Service
public class PersonalSignals implements PersonalData {

    @Override
    public List<Part> parts() {
        return List.of(
                Part.ofCoalition("signals", "signal")
                        .exportedBy("trust/personal/signals")
                        .erasedBy("trust/personal/erase"),
                Part.ofCoalition("signals-in-trail").erasedBy("trust/personal/erase_from_trail"));
    }
}
