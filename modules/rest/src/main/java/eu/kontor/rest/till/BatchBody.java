package eu.kontor.rest.till;

import eu.kontor.rest.json.BodyLimit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Many purchases at once, each with a key of its own. */
@BodyLimit(bytes = BatchBody.LIMIT_BYTES)
@Schema(name = "PurchaseBatch")
public record BatchBody(
        @Schema(description = "1 to 1,000; each is answered for itself", required = true) List<Item> purchases) {

    /** 1,000 purchases of 8 KiB each: some thirty lines with long names. */
    static final int LIMIT_BYTES = 8 * 1024 * 1024;

    /** One of them. */
    @Schema(name = "PurchaseBatchItem")
    public record Item(
            @Schema(
                            description = "as the header Idempotency-Key of a single purchase",
                            examples = "bar-T1-000123",
                            required = true)
                    String idempotencyKey,
            @Schema(required = true) PurchaseBody purchase) {}
}
