package eu.kontor.checkout.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.PaceLimit;
import eu.kontor.tenancy.api.Protection;
import eu.kontor.tenancy.api.Protection.Act;
import eu.kontor.tenancy.api.Protection.Scope;
import eu.kontor.trust.api.Pace.Bound;
import eu.kontor.trust.api.Pace.Claim;
import eu.kontor.trust.api.Signal;
import eu.kontor.trust.api.Signal.About;
import eu.kontor.trust.api.SignalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who makes a member's points go, and where: so that it can be said how fast they go. A member's limit of the coalition counts all brands; a
 * brand's stricter one what happens at the brand.
 *
 * @param outlet the tenant's number of it
 */
record Spending(Caller caller, TenantId tenant, int outlet, Protection coalition, Protection brand) {

    Claim claim(Act act, MemberId member, Points points) {
        Protection both = coalition.stricter(brand);
        String here = Integer.toString(tenant.value());
        List<Bound> bounds = new ArrayList<>();
        add(bounds, Scope.MEMBER, Long.toString(member.value()), coalition.limit(act, Scope.MEMBER));
        add(bounds, Scope.MEMBER, here + ' ' + member.value(), brand.limit(act, Scope.MEMBER));
        add(bounds, Scope.TILL, here + ' ' + caller.subject(), both.limit(act, Scope.TILL));
        add(bounds, Scope.OUTLET, here + ' ' + outlet, both.limit(act, Scope.OUTLET));
        add(bounds, Scope.BRAND, here, both.limit(act, Scope.BRAND));
        return new Claim(
                act,
                points.value(),
                bounds,
                Signal.of(
                        SignalKind.VELOCITY,
                        tenant,
                        about(caller),
                        Map.of(
                                "act", act.key(),
                                "points", Long.toString(points.value()),
                                "outlet", Integer.toString(outlet),
                                "member", Long.toString(member.value()))));
    }

    /** Whom a signal is about: a client of the API, or a person. */
    static About about(Caller caller) {
        return caller.isMachine() ? About.client(caller.name()) : About.person(caller.subject());
    }

    private static void add(List<Bound> bounds, Scope scope, String subject, PaceLimit limit) {
        if (!limit.equals(PaceLimit.NONE)) {
            bounds.add(new Bound(scope, subject, limit));
        }
    }
}
