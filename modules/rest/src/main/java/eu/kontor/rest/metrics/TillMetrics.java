package eu.kontor.rest.metrics;

import eu.kontor.checkout.api.Checkout.PurchaseOutcome;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Histogram;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Counters and timers of the till's calls, looked up once: counting costs some nanoseconds per call. */
@Service
public class TillMetrics {

    /** When a call began. */
    public record Measured(long startedNanos) {}

    private final Counter purchases;
    private final Counter redemptions;
    private final Counter gifts;
    private final Histogram batchSize;
    private final Timer purchaseLatency;
    private final Timer batchLatency;
    private final Timer redemptionLatency;
    private final Timer giftLatency;
    private final Map<RefusalCode, Counter> refusals = new EnumMap<>(RefusalCode.class);

    @Inject
    public TillMetrics(MetricRegistry registry) {
        purchases = registry.counter(described("kontor_purchases", "Purchases posted or answered again"));
        redemptions = registry.counter(described("kontor_redemptions", "Authorizations, captures and voids"));
        gifts = registry.counter(described("kontor_gifts", "Gifts posted or answered again"));
        batchSize = registry.histogram(described("kontor_purchase_batch_size", "Purchases per batch call"));
        purchaseLatency = registry.timer(described("kontor_purchase_latency", "From call to answer of one purchase"));
        batchLatency = registry.timer(described("kontor_purchase_batch_latency", "From call to answer of a batch"));
        redemptionLatency =
                registry.timer(described("kontor_redemption_latency", "From call to answer of a redemption's step"));
        giftLatency = registry.timer(described("kontor_gift_latency", "From call to answer of a gift"));
        Metadata refused = described("kontor_refusals", "Requests and batch items refused, by problem");
        for (RefusalCode code : RefusalCode.values()) {
            refusals.put(code, registry.counter(refused, new Tag("problem", code.slug())));
        }
    }

    public Measured start() {
        return new Measured(System.nanoTime());
    }

    public void purchases(Measured measured, int count) {
        purchases.inc(count);
        purchaseLatency.update(since(measured));
    }

    public void batch(Measured measured, List<PurchaseOutcome> outcomes) {
        batchSize.update(outcomes.size());
        batchLatency.update(since(measured));
        for (PurchaseOutcome outcome : outcomes) {
            outcome.refusal().ifPresentOrElse(refusal -> refused(refusal.code()), purchases::inc);
        }
    }

    public void redemption(Measured measured) {
        redemptions.inc();
        redemptionLatency.update(since(measured));
    }

    public void gift(Measured measured) {
        gifts.inc();
        giftLatency.update(since(measured));
    }

    public void refused(RefusalCode code) {
        refusals.get(code).inc();
    }

    private static Duration since(Measured measured) {
        return Duration.ofNanos(System.nanoTime() - measured.startedNanos());
    }

    private static Metadata described(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }
}
