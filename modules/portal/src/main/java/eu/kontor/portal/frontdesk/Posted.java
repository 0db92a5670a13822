package eu.kontor.portal.frontdesk;

import java.util.Optional;

/**
 * What was posted, as the cashier reads it aloud.
 *
 * @param undo takes it back, as long as that can be offered
 */
record Posted(String sentence, Optional<Undo> undo) {

    Posted(String sentence) {
        this(sentence, Optional.empty());
    }
}
