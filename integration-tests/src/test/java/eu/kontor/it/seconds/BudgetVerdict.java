package eu.kontor.it.seconds;

import java.util.List;

/**
 * @param isKept no room took too long
 * @param lines to be printed
 */
record BudgetVerdict(boolean isKept, List<String> lines) {}
