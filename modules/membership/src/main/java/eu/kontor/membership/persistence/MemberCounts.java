package eu.kontor.membership.persistence;

import eu.kontor.membership.api.Members.AlsoAt;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.List;

/** How many members there are, and where they also shop. */
public final class MemberCounts {

    private static final String ALL = SqlFile.read("membership/count_members");
    private static final String OF_TENANT = SqlFile.read("membership/count_enrolled");
    private static final String ALSO_AT = SqlFile.read("membership/also_at");

    private MemberCounts() {}

    /** @param ofTenant true under a tenant's role, false under the operator's */
    public static long of(UnitOfWork unit, boolean ofTenant) {
        return unit.jdbi()
                .createQuery(ofTenant ? OF_TENANT : ALL)
                .mapTo(Long.class)
                .one();
    }

    public static List<AlsoAt> alsoAt(UnitOfWork unit) {
        return unit.jdbi().createQuery(ALSO_AT).mapTo(AlsoAt.class).list();
    }
}
