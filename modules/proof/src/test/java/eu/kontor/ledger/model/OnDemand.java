package eu.kontor.ledger.model;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Takes the number of sequences and the seed from system properties, if they are given. */
final class OnDemand implements AroundPropertyHook {

    private static final String SEQUENCES = "kontor.model.sequences";
    private static final String SEED = "kontor.model.seed";

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        Integer sequences = Integer.getInteger(SEQUENCES);
        if (sequences != null) {
            context.attributes().setTries(sequences);
        }
        String seed = System.getProperty(SEED);
        if (seed != null) {
            context.attributes().setSeed(seed);
        }
        return property.execute();
    }
}
