package eu.kontor.retention.persistence;

import eu.kontor.tenancy.api.EntityClasses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Retention's part of the Hibernate mapping. */
@ApplicationScoped
public class RetentionEntities implements EntityClasses {

    @Override
    public List<Class<?>> entities() {
        return List.of(GuestNote.class);
    }
}
