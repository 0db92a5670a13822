package eu.kontor.trust.api;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that looks like fraud, as whoever met it tells it.
 *
 * @param tenant whom it concerns: that brand's admin sees it, and the operator; empty where it concerns several, which only the operator sees
 * @param about whom or what somebody has to look at
 * @param occurrence what makes it this one and no other, where it would be found again by looking again; raised once, also when it was
 *     closed. Empty for what happens: then it is counted in the signal of its kind about the same that nobody has closed yet
 * @param facts what led to it, at most {@link #MOST_FACTS}: names in lower case with hyphens, values cut at {@link #LONGEST_FACT}. No names of
 *     people, no whole card numbers, no codes
 */
public record Signal(
        SignalKind kind,
        Optional<TenantId> tenant,
        About about,
        Optional<String> occurrence,
        Map<String, String> facts) {

    /** A person reads them. */
    public static final int MOST_FACTS = 20;

    public static final int LONGEST_FACT = 200;

    public Signal {
        Objects.requireNonNull(kind);
        if (facts.size() > MOST_FACTS) {
            throw new IllegalArgumentException("a signal tells at most " + MOST_FACTS + " facts");
        }
        facts = Map.copyOf(facts);
    }

    /** What happens, and may happen again before anybody looks. */
    public static Signal of(SignalKind kind, TenantId tenant, About about, Map<String, String> facts) {
        return new Signal(kind, Optional.of(tenant), about, Optional.empty(), facts);
    }

    /** What concerns more than one brand. */
    public static Signal amongBrands(SignalKind kind, About about, Map<String, String> facts) {
        return new Signal(kind, Optional.empty(), about, Optional.empty(), facts);
    }

    public Signal once(String occurrence) {
        return new Signal(kind, tenant, about, Optional.of(occurrence), facts);
    }

    /** @param id a member's number, a person's subject, a client's name, an outlet's code, a card's last digits; at most 200 characters */
    public record About(Kind kind, String id) {

        private static final int LONGEST_ID = 200;

        public About {
            id = id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id;
        }

        public static About member(MemberId member) {
            return new About(Kind.MEMBER, Long.toString(member.value()));
        }

        public static About person(String subject) {
            return new About(Kind.PERSON, subject);
        }

        public static About client(String name) {
            return new About(Kind.CLIENT, name);
        }

        public static About outlet(String code) {
            return new About(Kind.OUTLET, code);
        }

        public static About cardEnding(String lastDigits) {
            return new About(Kind.CARD, lastDigits);
        }

        /** What the id is one of. */
        public enum Kind {
            MEMBER,
            PERSON,
            CLIENT,
            OUTLET,
            CARD;

            public String slug() {
                return name().toLowerCase(Locale.ROOT);
            }

            /** @throws IllegalArgumentException if there is none of that slug */
            public static Kind ofSlug(String slug) {
                return valueOf(slug.toUpperCase(Locale.ROOT));
            }
        }
    }
}
