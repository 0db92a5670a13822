package eu.kontor.portalkit.shell;

import eu.kontor.kernel.Role;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who signed in and what the identity provider says of them; kept in the browser session.
 *
 * @param subject the identity provider's stable id
 * @param name how people call them
 * @param operator whether they work for the coalition's operator
 * @param memberships the organizations they belong to, by alias
 * @param language what they chose at the identity provider
 * @param proof when and how they proved who they are
 */
public record SignedInPerson(
        String subject,
        String name,
        boolean operator,
        List<Membership> memberships,
        Optional<Locale> language,
        Proof proof)
        implements Serializable {

    public SignedInPerson {
        memberships = List.copyOf(memberships);
    }

    /**
     * @param issued when the identity provider said all this, by the machines' clock
     * @param signedIn when they last proved who they are, by the same clock
     * @param bySecondFactor whether they showed a second factor, too
     */
    public record Proof(Instant issued, Instant signedIn, boolean bySecondFactor) implements Serializable {}

    /**
     * @param alias the organization's alias, which is the tenant's slug
     * @param roles what the person may be there
     */
    public record Membership(String alias, Set<Role> roles) implements Serializable {
        public Membership {
            roles = Set.copyOf(roles);
        }
    }
}
