package eu.kontor.portal.frontdesk;

import java.util.Optional;

/**
 * What was posted, as the cashier reads it aloud.
 *
 * @param undo takes it back, as long as that can be offered
 * @param touched what is to be listed at once
 */
record Posted(String sentence, Optional<Undo> undo, Touched touched) {

    Posted(String sentence) {
        this(sentence, Optional.empty(), Touched.NOTHING);
    }
}
