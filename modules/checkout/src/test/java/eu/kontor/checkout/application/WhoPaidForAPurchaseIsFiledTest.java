package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.application.SaleItem.CheckedSale;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhoPaidForAPurchaseIsFiledTest {

    private final TillStage stage = new TillStage();
    private final TenantId cafe = stage.tenant("paying-cafe");
    private final TenantId hotel = stage.tenant("helping-hotel");
    private final CardNumber card = stage.member(cafe);

    @Test
    void usually_the_tenant_alone_into_its_programs_pocket() {
        PurchaseReceipt receipt = answer(stage.checkout().purchase(machine(cafe), purchase("k", card, "1.00")));

        List<AwardPart> tenantsOwn = List.of(new AwardPart(Points.of(10), Pocket.inactivity(24), cafe, "program"));
        assertThat(award(receipt.id())).isEqualTo(tenantsOwn);
        stage.deliverMessages();
        assertThat(award(receipt.id())).isEqualTo(tenantsOwn);
    }

    @Test
    void and_where_another_one_helps_each_part_is_known_before_and_after_it_is_filed() {
        SaleItem sale = stage.resolved(cafe, purchase("shared", card, "1.00"));
        CheckedSale checked = sale.sale();
        List<AwardPart> parts = List.of(
                new AwardPart(Points.of(7), Pocket.inactivity(24), cafe, "base"),
                new AwardPart(Points.of(3), Pocket.fixedTerm(6), hotel, "double week"));
        PostingId posted = stage.post(new Posting.Earn(
                checked.request(),
                sale.members().getFirst(),
                cafe,
                1,
                TillStage.TODAY,
                parts,
                1,
                Optional.of(PurchasePosted.of(
                        cafe, checked, sale.earning(), parts, List.of(), Optional.empty(), effect -> {}))));

        assertThat(award(posted)).isEqualTo(parts);
        stage.deliverMessages();
        assertThat(award(posted)).isEqualTo(parts);
    }

    private List<AwardPart> award(PostingId purchase) {
        return stage.visits.get(machine(cafe), purchase).orElseThrow().award();
    }
}
