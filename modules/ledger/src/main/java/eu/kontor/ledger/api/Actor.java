package eu.kontor.ledger.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Digest;
import eu.kontor.kernel.Origin;
import eu.kontor.kernel.TenantId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who caused a posting, as it is remembered. All but the name make the {@link #fingerprint}, which the seals hold; the name is a person's, and
 * can be erased without a trace in them.
 *
 * @param tenant for whom; empty for the operator and for the system
 * @param subject the identity provider's stable id; {@link #SYSTEM} where nobody asked
 * @param name how people call the subject; empty once it was erased
 * @param client the program that was used: a tenant's service account, the portal; of the system, what of it
 * @param role all that the subject was, such as {@code admin front-desk}
 * @param till which of the client's machines it said it is; empty where it said nothing
 * @param file of what came in a file, its number and name: {@code 17 kasse.csv}; the rest is who brought it
 */
public record Actor(
        Optional<TenantId> tenant,
        String subject,
        Optional<String> name,
        String client,
        String role,
        String till,
        String file) {

    public static final String SYSTEM = "system";

    /** What is longer is cut: nobody reads more, and an index has its limits. */
    private static final int LONGEST = 200;

    /** Before what the fingerprint is made of, should that ever change. */
    private static final String FORM = "1";

    public Actor {
        subject = plain(subject);
        name = name.map(Actor::plain);
        client = plain(client);
        role = plain(role);
        till = plain(till);
        file = plain(file);
    }

    public static Actor of(Caller caller) {
        Origin origin = caller.origin();
        boolean isSystem = caller.subject().equals(SYSTEM);
        return new Actor(
                caller.tenant(),
                caller.subject(),
                Optional.ofNullable(caller.name()),
                isSystem ? caller.name() : origin.client().orElse(""),
                isSystem
                        ? SYSTEM
                        : caller.roles().stream()
                                .map(role ->
                                        role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .sorted()
                                .collect(Collectors.joining(" ")),
                origin.till().orElse(""),
                "");
    }

    /** A part of the system that works for one tenant. */
    public static Actor system(TenantId tenant, String what) {
        return new Actor(Optional.of(tenant), SYSTEM, Optional.of(what), what, SYSTEM, "", "");
    }

    /** The same, who brought a file. */
    public Actor bringing(long number, String fileName) {
        return new Actor(tenant, subject, name, client, role, "", number + " " + fileName);
    }

    /** The same, who did not say which till it is. */
    public Actor atNoTill() {
        return new Actor(tenant, subject, name, client, role, "", file);
    }

    public boolean isSystem() {
        return subject.equals(SYSTEM);
    }

    /** 16 bytes of everything but the name. Whoever has these has the actor: a statement shows both. */
    public byte[] fingerprint() {
        return Digest.of(String.join(
                "\n",
                FORM,
                tenant.map(id -> Integer.toString(id.value())).orElse(""),
                subject,
                client,
                role,
                till,
                file));
    }

    /** One line, which a statement's file can carry as it is. */
    private static String plain(String text) {
        String line = text == null
                ? ""
                : text.codePoints()
                        .map(point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE
                                ? '?'
                                : point)
                        .limit(LONGEST)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
        return line.strip();
    }
}
