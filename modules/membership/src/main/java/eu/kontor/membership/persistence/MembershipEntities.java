package eu.kontor.membership.persistence;

import eu.kontor.tenancy.api.Component;
import eu.kontor.tenancy.api.EntityClasses;
import java.util.List;

/** Membership's part of the Hibernate mapping. */
@Component
public class MembershipEntities implements EntityClasses {

    @Override
    public List<Class<?>> entities() {
        return List.of(Member.class, Card.class, Enrollment.class);
    }
}
