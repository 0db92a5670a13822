package eu.kontor.retention.persistence;

import eu.kontor.tenancy.api.Component;
import eu.kontor.tenancy.api.EntityClasses;
import java.util.List;

/** Retention's part of the Hibernate mapping. */
@Component
public class RetentionEntities implements EntityClasses {

    @Override
    public List<Class<?>> entities() {
        return List.of(GuestNote.class);
    }
}
