package eu.kontor.checkout.persistence;

import eu.kontor.tenancy.api.PersonalData;
import eu.kontor.tenancy.api.Service;
import java.util.List;

/** What a member did at a brand. Rows hold numbers of cards and members; what people wrote beside them may hold more, and goes. */
@Service
public class PersonalPurchases implements PersonalData {

    @Override
    public List<Part> parts() {
        return List.of(
                Part.ofEachBrand("purchases", "purchase").exportedBy("checkout/personal/purchases"),
                Part.ofEachBrand("returns", "purchase_reversal")
                        .exportedBy("checkout/personal/returns")
                        .erasedBy("checkout/personal/erase"),
                Part.ofEachBrand("redemptions", "redemption", "redemption_end")
                        .exportedBy("checkout/personal/redemptions"),
                Part.ofEachBrand("returned-redemptions", "redemption_return")
                        .exportedBy("checkout/personal/returned_redemptions"),
                Part.ofEachBrand("points-given", "gift").exportedBy("checkout/personal/gifts"),
                Part.ofEachBrand("corrections", "correction")
                        .exportedBy("checkout/personal/corrections")
                        .erasedBy("checkout/personal/withdraw_corrections"));
    }
}
