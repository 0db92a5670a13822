package eu.kontor.it.seconds;

/** A test class and how long it took, with what it started. */
record TimedClass(String name, double seconds) {}
