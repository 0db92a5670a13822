package eu.kontor.feeds.persistence;

import eu.kontor.tenancy.api.PersonalData;
import eu.kontor.tenancy.api.Service;
import java.util.List;

/** Lines of files that wait, or waited, for a person. As they came they may hold what the house never reads, such as a guest's name. */
@Service
public class PersonalHeld implements PersonalData {

    @Override
    public List<Part> parts() {
        return List.of(
                Part.ofCoalition("held-lines", "feed_held")
                        .exportedBy("feeds/personal/held")
                        .erasedBy("feeds/personal/erase_held")
                        .endedBy("feeds/personal/held_waiting"),
                Part.ofCoalition("files").endedBy("feeds/personal/files_waiting"));
    }
}
