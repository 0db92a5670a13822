package eu.kontor.portal.members;

import com.vaadin.flow.component.Component;
import eu.kontor.ledger.api.Actor;
import eu.kontor.ledger.api.PostedBy;
import java.util.Set;

/** Who caused something, as people say it: a person and what they used, a machine and its till, a file and who brought it. */
public final class PostedByWords {

    /** What the system calls its parts, of which the texts speak. */
    private static final Set<String> PARTS = Set.of("overdue holds", "daily expiry", "inbox");

    private PostedByWords() {}

    /** @param speaker whose language it is said in */
    public static String of(PostedBy by, Component speaker) {
        if (!by.isKnown()) {
            return speaker.getTranslation("members.by.nobody");
        }
        return by.actor().map(actor -> of(actor, speaker)).orElseGet(() -> speaker.getTranslation("members.by.others"));
    }

    private static String of(Actor actor, Component speaker) {
        StringBuilder words = new StringBuilder(who(actor, speaker));
        if (!actor.isSystem() && !actor.client().isEmpty() && !words.toString().equals(actor.client())) {
            words.append(" · ").append(actor.client());
        }
        if (!actor.till().isEmpty()) {
            words.append(" · ").append(actor.till());
        }
        if (!actor.file().isEmpty()) {
            words.append(" · ").append(speaker.getTranslation("members.by.file", actor.file()));
        }
        return words.toString();
    }

    private static String who(Actor actor, Component speaker) {
        if (actor.isSystem()) {
            return PARTS.contains(actor.client())
                    ? speaker.getTranslation(
                            "members.by.system." + actor.client().replace(' ', '-'))
                    : actor.client();
        }
        if (actor.role().equals("machine") && !actor.client().isEmpty()) {
            return actor.client();
        }
        return actor.name().orElseGet(() -> speaker.getTranslation("members.by.erased"));
    }
}
