package eu.kontor.membership.persistence;

import eu.kontor.tenancy.api.EntityClasses;
import eu.kontor.tenancy.api.Service;
import java.util.List;

/** Membership's part of the Hibernate mapping. */
@Service
public class MembershipEntities implements EntityClasses {

    @Override
    public List<Class<?>> entities() {
        return List.of(Member.class, Card.class, Enrollment.class);
    }
}
