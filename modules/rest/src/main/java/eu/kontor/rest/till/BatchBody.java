package eu.kontor.rest.till;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.rest.json.ItemList;
import eu.kontor.rest.json.JsonItem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Many purchases at once, each with a key of its own, and each read for itself. */
public record BatchBody(List<JsonItem> items) implements ItemList {

    /** 1,000 purchases of 8 KiB each: some thirty lines with long names. */
    static final int LIMIT_BYTES = 8 * 1024 * 1024;

    /** The field with the list. */
    static final String LIST = "purchases";

    /** How it is described; nothing reads a batch as a whole. */
    @Schema(name = "PurchaseBatch")
    public record Described(
            @Schema(
                            description =
                                    "1 to 1,000; each is read and answered for itself, also one that is malformed or lacks a field",
                            required = true)
                    List<Item> purchases) {}

    /** One of them. */
    @Schema(name = "PurchaseBatchItem")
    public record Item(
            @Schema(
                            description = "as the header Idempotency-Key of a single purchase",
                            examples = "bar-T1-000123",
                            required = true)
                    String idempotencyKey,
            @Schema(required = true) PurchaseBody purchase) {

        /** @throws Refusal for what cannot be read, with the field's path in the item */
        static Purchase purchase(JsonItem json) {
            Item item = json.as(Item.class);
            if (item.purchase() == null) {
                throw new Refusal(RefusalCode.FIELD_MISSING, "field", "purchase");
            }
            return item.purchase().as(item.idempotencyKey());
        }
    }
}
