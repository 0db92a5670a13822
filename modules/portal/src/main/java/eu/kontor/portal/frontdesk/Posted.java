package eu.kontor.portal.frontdesk;

import java.util.Optional;

/**
 * What was posted, as the cashier reads it aloud.
 *
 * @param undo takes it back, as long as that can be offered
 * @param touched what is to be listed at once
 * @param alreadyKnown nothing was posted: it was before
 */
record Posted(String sentence, Optional<Undo> undo, Touched touched, boolean alreadyKnown) {

    Posted(String sentence) {
        this(sentence, Optional.empty(), Touched.NOTHING, false);
    }
}
