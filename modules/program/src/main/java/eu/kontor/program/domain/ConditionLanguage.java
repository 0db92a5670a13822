package eu.kontor.program.domain;

import eu.kontor.kernel.Phrase;
import java.util.Optional;
import java.util.function.Predicate;

/** The language of conditions that no form shows. What it answers ends, and takes no more memory than the expression is long. */
public interface ConditionLanguage {

    /** @param line and column from 1; 0 where the whole of it is meant */
    record Mistake(int line, int column, Phrase what) {

        /** The place before what is wrong there. */
        public Phrase phrase() {
            return line == 0 ? what : Phrase.of("condition-at", line, column, what);
        }
    }

    /** Why it cannot be; empty for one that can. */
    Optional<Mistake> mistake(String expression);

    /** Of an expression without a mistake. One that fails for some facts, dividing by zero, is not met by them. */
    Predicate<PromotionFacts> compiled(String expression);
}
