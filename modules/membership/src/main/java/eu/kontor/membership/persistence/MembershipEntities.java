package eu.kontor.membership.persistence;

import eu.kontor.tenancy.api.EntityClasses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Membership's part of the Hibernate mapping. */
@ApplicationScoped
public class MembershipEntities implements EntityClasses {

    @Override
    public List<Class<?>> entities() {
        return List.of(Member.class, Card.class, Enrollment.class);
    }
}
