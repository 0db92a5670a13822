package eu.kontor.trust.persistence;

import eu.kontor.tenancy.api.EntityClasses;
import eu.kontor.tenancy.api.Service;
import java.util.List;

/** Trust's part of the Hibernate mapping. */
@Service
public class TrustEntities implements EntityClasses {

    @Override
    public List<Class<?>> entities() {
        return List.of(SignalEdit.class);
    }
}
