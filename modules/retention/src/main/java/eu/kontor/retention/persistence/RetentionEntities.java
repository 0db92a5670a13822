package eu.kontor.retention.persistence;

import eu.kontor.tenancy.api.EntityClasses;
import eu.kontor.tenancy.api.Service;
import java.util.List;

/** Retention's part of the Hibernate mapping. */
@Service
public class RetentionEntities implements EntityClasses {

    @Override
    public List<Class<?>> entities() {
        return List.of(GuestNote.class);
    }
}
