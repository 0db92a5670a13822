package eu.kontor.retention.persistence;

import eu.kontor.tenancy.api.PersonalData;
import eu.kontor.tenancy.api.Service;
import java.util.List;

/** What a brand noted of its guest, and the wish to be erased. */
@Service
public class PersonalNotes implements PersonalData {

    @Override
    public List<Part> parts() {
        return List.of(
                Part.ofEachBrand("notes", "guest_note")
                        .exportedBy("retention/notes")
                        .erasedBy("retention/erase_notes"),
                Part.ofCoalition("erasure", "erasure").exportedBy("retention/erasure"));
    }
}
