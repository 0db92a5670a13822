package eu.kontor.portal.privacy;

import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.retention.api.Erasures.Erasure;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of a wish to be erased, in a sentence. */
final class ErasureWords {

    private static final Set<String> KNOWN =
            Set.of("on-their-way", "balances", "held-lines", "files", "unread-files", "points", "coalition");

    private ErasureWords() {}

    static String state(Erasure erasure, Wording wording) {
        return erasure.doneAt()
                .map(done -> Texts.of(
                        "privacy.erased",
                        wording.language(),
                        wording.formats().momentNear(done, wording.clock().instant(), wording.zone()),
                        wording.formats().count(erasure.points().value())))
                .orElseGet(() -> Texts.of("privacy.erasing", wording.language(), waitsFor(erasure, wording)));
    }

    /** A brand that could not be reached stands with its short name. */
    static String waitsFor(Erasure erasure, Wording wording) {
        return erasure.waitsFor().stream()
                .map(what -> KNOWN.contains(what) ? Texts.of("privacy.waits." + what, wording.language()) : what)
                .collect(Collectors.joining(", "));
    }
}
